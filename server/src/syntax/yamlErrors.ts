import type { Document, YAMLParseError } from 'yaml';
import type { Span } from '../text/range';
import { withoutConsequences } from './consequences';
import { lineEnd, lineStart, skipBlanks, trimEnd } from './lineParts';
import type { Mark, ReadingState } from './readingState';
import { yamlMessage } from './yamlMessages';

/**
 * Takes over a document that the library has read: reports its errors, and what `lower` finds on the way. When there are
 * errors there is at least one problem since `before`.
 */
export function takeOver<T>(
  state: ReadingState,
  before: Mark,
  { errors }: Document.Parsed,
  lower: (broken: boolean) => T,
): T {
  reportErrors(state, errors);
  const lowered = lower(errors.length > 0);
  const [first] = errors;
  if (first && state.problems.count === before.problems) report(state, first);
  return lowered;
}

/** One problem per line: what follows on the same line follows from it. */
function reportErrors(state: ReadingState, errors: readonly YAMLParseError[]): void {
  if (errors.length === 0) return;
  const { lines } = state;
  const told = new Set(state.problems.starts().map((start) => lines.positionAt(start).line));
  for (const error of withoutConsequences(errors, state.text, lines)) {
    if (state.problems.full) break;
    // These are told where the quote or bracket opens.
    if (/closing .quote|end with a [\]}]/.test(error.message)) continue;
    const { line } = lines.positionAt(error.pos[0]);
    if (told.has(line)) continue;
    told.add(line);
    report(state, error);
  }
}

function report({ text, problems }: ReadingState, error: YAMLParseError): void {
  const span = visibleSpan(text, error);
  problems.add('syntax/yaml', span, yamlMessage(error.code, error.message, excerptOf(text, span)));
}

/** Codes whose place is one character where the rest of the line is meant. */
const LINE_CODES: ReadonlySet<string> = new Set(['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY']);

/** At most the rest of the line; at a line's end the last character before it, so that there is something to underline. */
function visibleSpan(text: string, { code, pos: [from, to] }: YAMLParseError): Span {
  const atLine = LINE_CODES.has(code);
  const start = Math.max(0, Math.min(atLine ? skipBlanks(text, from) : from, text.length));
  const end = lineEnd(text, start);
  if (start < end)
    return { start, end: atLine ? trimEnd(text, start, end) : Math.max(start + 1, Math.min(to, end)) };
  return start > lineStart(text, start) ? { start: start - 1, end: start } : { start, end: start };
}

function excerptOf(text: string, span: Span): string {
  const excerpt = text.slice(span.start, span.end).trim();
  return excerpt.length > 40 ? `${excerpt.slice(0, 39)}…` : excerpt;
}
