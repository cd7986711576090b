import { t } from '@vscode/l10n';
import { Composer, CST, Lexer, Parser } from 'yaml';
import type { Document } from 'yaml';
import type { Span } from '../text/range';
import type { DocumentSpan } from './documentSpans';
import type { SyntaxLimits } from './limits';
import { closingQuote, lineEnd } from './lineParts';
import type { ProblemList } from './problems';
import type { Comment } from './tree';

/** The parts of a file's reading that its documents share. */
export interface ReadingState {
  readonly text: string;
  readonly limits: SyntaxLimits;
  readonly problems: ProblemList;
  readonly comments: Comment[];
  /** Counted against `limits.entries`. */
  entries: number;
}

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  uniqueKeys: false, // the library compares every key with every other; `lower` has a set
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/**
 * Reads one YAML document with the library. Everything that could cost more than its length is looked
 * for in the tokens first: depth, number of entries, anchors and aliases.
 *
 * @returns undefined when there is no document or it went over a limit (which is then among the problems).
 */
export function readYaml(state: ReadingState, span: DocumentSpan): Document.Parsed | undefined {
  if (state.text.slice(span.start, span.end).trim() === '') return undefined;
  state.entries++;
  // The library makes an Error of every mistake, and their stack traces, which nobody sees, cost most of the time of a
  // file with a hundred thousand of them.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const tokens = parseTokens(state, span);
    return tokens && compose(tokens);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function compose(tokens: readonly CST.Token[]): Document.Parsed | undefined {
  let first: Document.Parsed | undefined;
  for (const document of new Composer(OPTIONS).compose(tokens)) first ??= document;
  return first;
}

/** The concrete syntax of the document; undefined when it went over a limit. */
function parseTokens(state: ReadingState, span: DocumentSpan): CST.Token[] | undefined {
  const { limits, problems } = state;
  const parser = new Parser();
  parser.offset = span.from;
  const tokens: CST.Token[] = [];
  let unsupported = 0;
  let errors = 0;
  let inScalar = false;
  for (const lexeme of new Lexer().lex(state.text.slice(span.from, span.end))) {
    const type: CST.TokenType | 'scalar-text' | null = inScalar ? 'scalar-text' : CST.tokenType(lexeme);
    inScalar = type === 'scalar'; // a mark: the text of the scalar comes next
    const place = { start: parser.offset, end: parser.offset + lexeme.length };
    if (type === 'comment') state.comments.push({ text: lexeme.slice(1).trim(), span: place });
    else if (ENTRY_TOKENS.has(type ?? '')) state.entries++;
    else if (reportUnsupported(problems, type, place)) unsupported++;
    if (type === 'single-quoted-scalar' || type === 'double-quoted-scalar') checkClosed(state, place);
    for (const token of parser.next(lexeme)) {
      if (token.type === 'error') errors++;
      if (token.type !== 'directive') tokens.push(token);
    }
    if (errors > limits.problems) break; // what they say is enough

    if (depthOf(parser) > limits.depth) {
      problems.add(
        'syntax/too-complex',
        place,
        t(
          'Maps and lists are nested more than {0} levels deep here: the document is not read.',
          limits.depth,
        ),
      );
      return undefined;
    }
    if (state.entries > limits.entries) {
      problems.add(
        'syntax/too-complex',
        place,
        t(
          'This file has more than {0} entries and items: it is not read from here on. Split it.',
          limits.entries,
        ),
      );
      return undefined;
    }
    if (unsupported > limits.problems) return undefined;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** How many maps and lists are open: the stack holds the document too, and a scalar while it is read. */
function depthOf({ stack }: Parser): number {
  const top = stack[stack.length - 1];
  return stack.length - (top && CST.isCollection(top) ? 1 : 2);
}

/** The library tells where an unclosed quote was given up; people look for where it opens. */
function checkClosed({ text, problems }: ReadingState, place: Span): void {
  if (closingQuote(text, place.start, place.end) === place.end) return;
  const end = Math.min(place.end, lineEnd(text, place.start));
  problems.add('syntax/yaml', { start: place.start, end }, t('The closing quote is missing.'));
}

/** Each entry of a map and each item of a list has one of these. */
const ENTRY_TOKENS = new Set(['seq-item-ind', 'map-value-ind', 'flow-map-start', 'flow-seq-start', 'comma']);

/** Reports what YAML has and the format has not. True when `type` is such a thing. */
function reportUnsupported(
  problems: ProblemList,
  type: CST.TokenType | 'scalar-text' | null,
  place: Span,
): boolean {
  switch (type) {
    case 'anchor':
    case 'alias':
      problems.add(
        'syntax/alias',
        place,
        t(
          "Anchors and aliases are not part of the format: write the value out. Text that starts with '*' or '&' must be quoted.",
        ),
      );
      return true;
    case 'tag':
      problems.add(
        'syntax/unsupported',
        place,
        t("Tags are not part of the format: remove this one. Text that starts with '!' must be quoted."),
      );
      return true;
    case 'explicit-key-ind':
      problems.add(
        'syntax/unsupported',
        place,
        t(
          "Keys that start with '?' are not part of the format: write 'key: value'. Text that starts with '?' must be quoted.",
        ),
      );
      return true;
    case 'directive-line':
      problems.add(
        'syntax/unsupported',
        place,
        t('Directives are not part of the format: remove this line.'),
      );
      return true;
    default:
      return false;
  }
}
