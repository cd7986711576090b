import type { ProjectFile } from '../project/snapshot';
import type { SyntaxFile, SyntaxNode } from '../syntax/tree';
import type { Located, Span } from '../text/range';
import { oncePerTree } from './engine/table';
import { isFirstOnLine } from './edits/lines';

/** A comment `# botlane-ignore <code>: <reason>`. Without a code or a reason it silences nothing. */
export interface Suppression {
  readonly code?: Located;
  readonly reason?: string;
  readonly span: Span;
  /** The line that it speaks for, from 0. */
  readonly line: number;
}

const COMMENT = /^#\s*botlane-ignore(?![\w-])[ \t]*([^\s:]*)[ \t]*:?[ \t]*(.*)$/;

/** The suppressions of a file, those without effect included; read once. */
export const suppressionsOf = oncePerTree(readSuppressions);

/** Suppressions by code and line. */
type Silenced = ReadonlyMap<string, ReadonlyMap<number, readonly Suppression[]>>;

/** The suppressions with a reason that silence the rule where the finding stands. */
export function suppressionsAt(file: ProjectFile, code: string, span: Span): readonly Suppression[] {
  const own = silencedIn(file).get(code);
  return own ? linesOf(file, span).flatMap((line) => own.get(line) ?? []) : [];
}

const silencedIn = oncePerTree((file): Silenced => {
  const byCode = new Map<string, Map<number, Suppression[]>>();
  for (const suppression of suppressionsOf(file)) {
    const { code, reason, line } = suppression;
    if (!code || !reason) continue;
    const lines = byCode.get(code.value) ?? new Map<number, Suppression[]>();
    byCode.set(code.value, lines);
    const own = lines.get(line) ?? [];
    lines.set(line, own);
    own.push(suppression);
  }
  return byCode;
});

function readSuppressions({ syntax }: ProjectFile): Suppression[] {
  const { text, comments, lines } = syntax;
  const below = linesBelow(syntax);
  return comments.flatMap(({ span }) => {
    const source = text.slice(span.start, span.end);
    const [, code = '', reason = ''] = COMMENT.exec(source.trimEnd()) ?? [];
    if (!COMMENT.test(source.trimEnd())) return [];
    // On a line of its own it speaks for the next line that is no comment.
    const { line: own } = lines.positionAt(span.start);
    const line = below.get(own) ?? own;
    const start =
      span.start + source.indexOf(code, source.indexOf('botlane-ignore') + 'botlane-ignore'.length);
    return [
      {
        span,
        line,
        ...(code !== '' && { code: { value: code, span: { start, end: start + code.length } } }),
        ...(reason !== '' && { reason }),
      },
    ];
  });
}

/** Lines that hold nothing but a comment, each with the next line that does not. */
function linesBelow({ text, comments, lines }: SyntaxFile): ReadonlyMap<number, number> {
  const below = new Map<number, number>();
  // From the last to the first: a file may be one long run of comments, and looking down from each would take its square.
  for (const { span } of comments.toReversed()) {
    if (!isFirstOnLine(text, span.start)) continue;
    const { line } = lines.positionAt(span.start);
    below.set(line, below.get(line + 1) ?? line + 1);
  }
  return below;
}

/** The line of a finding; within a block of text, which can hold no comment, also the line where the block starts. */
function linesOf(file: ProjectFile, span: Span): number[] {
  const { lines } = file.syntax;
  const own = lines.positionAt(span.start).line;
  const block = blockAround(blocksOf(file), span.start);
  return block === undefined ? [own] : [own, lines.positionAt(block.start).line];
}

/** Where the blocks of text of a file stand, in its order. */
const blocksOf = oncePerTree((file): readonly Span[] => {
  const spans: Span[] = [];
  for (const { root } of file.syntax.documents) collectBlocks(root, spans);
  return spans;
});

function collectBlocks(node: SyntaxNode | null, spans: Span[]): void {
  if (node?.kind === 'map') for (const { value } of node.entries) collectBlocks(value, spans);
  else if (node?.kind === 'list') for (const item of node.items) collectBlocks(item, spans);
  else if (node?.style === 'literal' || node?.style === 'folded') spans.push(node.span);
}

/** Binary search: the last block that starts at or before `offset`, when it has not ended. */
function blockAround(spans: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = spans[low - 1];
  return found && offset <= found.end ? found : undefined;
}
