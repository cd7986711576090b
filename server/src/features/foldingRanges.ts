import type { ProjectFile } from '../project/snapshot';
import type { SyntaxFile, SyntaxNode } from '../syntax/tree';
import type { Span } from '../text/range';

/** Lines from zero; the first stays visible, the last is hidden with all between. */
export interface FoldingRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'comment' | undefined;
}

/** What can be folded: documents (when there are several), entries, items, blocks of text and comments. */
export function foldingRanges({ syntax }: ProjectFile): readonly FoldingRange[] {
  const byStart = new Map<number, FoldingRange>();
  const add = (span: Span, kind?: 'comment'): void => {
    const startLine = syntax.lines.positionAt(span.start).line;
    const endLine = lastHiddenLine(syntax, span);
    // Of several that start on one line the outermost counts: `- text:` is an item and an entry.
    if (endLine <= startLine || (byStart.get(startLine)?.endLine ?? -1) >= endLine) return;
    byStart.set(startLine, { startLine, endLine, kind });
  };
  for (const { root } of syntax.documents) {
    if (root && syntax.documents.length > 1) add(root.span);
    foldInside(root, add);
  }
  for (const span of commentBlocks(syntax)) add(span, 'comment');
  return [...byStart.values()].sort((a, b) => a.startLine - b.startLine);
}

function foldInside(node: SyntaxNode | null, add: (span: Span) => void): void {
  if (node?.kind === 'map') {
    for (const entry of node.entries) {
      if (entry.value) add({ start: entry.span.start, end: Math.max(entry.span.end, entry.value.span.end) });
      foldInside(entry.value, add);
    }
  } else if (node?.kind === 'list') {
    for (const item of node.items) {
      if (item) add(item.span);
      foldInside(item, add);
    }
  }
}

/** Blank lines at the end stay visible, and so does a closing bracket that stands alone. */
function lastHiddenLine({ text, lines }: SyntaxFile, { start, end }: Span): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  const { line, character } = lines.positionAt(at);
  const closing = text.slice(lines.offsetAt({ line, character: 0 }), at);
  return character > 0 && /^\s*[\]}]+$/.test(closing) ? line - 1 : line;
}

/** Comments that follow each other on lines of their own, from the first to the last. */
function commentBlocks({ text, lines, comments }: SyntaxFile): readonly Span[] {
  const blocks: { start: number; end: number; line: number }[] = [];
  for (const { span } of comments) {
    const { line } = lines.positionAt(span.start);
    if (text.slice(lines.offsetAt({ line, character: 0 }), span.start).trim() !== '') continue;
    const last = blocks.at(-1);
    if (last?.line === line - 1) Object.assign(last, { end: span.end, line });
    else blocks.push({ start: span.start, end: span.end, line });
  }
  return blocks;
}
