import type { ProjectFile } from '../project/snapshot';
import type { SyntaxNode } from '../syntax/tree';
import type { Located, Span } from '../text/range';
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

const known = new WeakMap<ProjectFile, readonly Suppression[]>();

/** The suppressions of a file, those without effect included; read once per file. */
export function suppressionsOf(file: ProjectFile): readonly Suppression[] {
  let found = known.get(file);
  if (!found) {
    found = readSuppressions(file);
    known.set(file, found);
  }
  return found;
}

/** True when a suppression with a reason silences the rule where the finding stands. */
export function isSuppressed(file: ProjectFile, code: string, span: Span): boolean {
  const own = suppressionsOf(file).filter((candidate) => candidate.reason && candidate.code?.value === code);
  if (own.length === 0) return false;
  const lines = linesOf(file, span);
  return own.some(({ line }) => lines.includes(line));
}

function readSuppressions({ syntax }: ProjectFile): Suppression[] {
  const { text, comments, lines } = syntax;
  const alone = new Set(
    comments
      .filter(({ span }) => isFirstOnLine(text, span.start))
      .map(({ span }) => lines.positionAt(span.start).line),
  );
  return comments.flatMap(({ span }) => {
    const source = text.slice(span.start, span.end);
    const [, code = '', reason = ''] = COMMENT.exec(source.trimEnd()) ?? [];
    if (!COMMENT.test(source.trimEnd())) return [];
    // On a line of its own it speaks for the next line that is no comment.
    let { line } = lines.positionAt(span.start);
    while (alone.has(line)) line++;
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

/** The line of a finding; within a block of text, which can hold no comment, also the line where the block starts. */
function linesOf({ syntax }: ProjectFile, span: Span): number[] {
  const own = syntax.lines.positionAt(span.start).line;
  const document = syntax.documents.find(
    (candidate) => candidate.span.start <= span.start && span.start <= candidate.span.end,
  );
  const block = blockAround(document?.root ?? null, span.start);
  return block === undefined ? [own] : [own, syntax.lines.positionAt(block).line];
}

function blockAround(node: SyntaxNode | null, offset: number): number | undefined {
  if (!node || offset < node.span.start || offset > node.span.end) return undefined;
  if (node.kind === 'scalar') {
    return node.style === 'literal' || node.style === 'folded' ? node.span.start : undefined;
  }
  const children = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.items;
  for (const child of children) {
    const found = blockAround(child, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}
