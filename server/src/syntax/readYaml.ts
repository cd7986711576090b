import { t } from '@vscode/l10n';
import { Composer, CST, Lexer, Parser } from 'yaml';
import type { Document } from 'yaml';
import type { Span } from '../text/range';
import { closingQuote, lineEnd } from './lineParts';
import type { ProblemList } from './problems';
import type { ReadingState } from './readingState';

/** What the library is to read. */
export interface YamlSource {
  readonly text: string;
  /** Where the text starts in the file; less when something stands before it that the file does not have. */
  readonly offset: number;
  /** Maps and lists around the text, which count against the limit of depth. */
  readonly depth: number;
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
 * @returns undefined when it went over a limit (which is then among the problems).
 */
export function readYaml(state: ReadingState, source: YamlSource): Document.Parsed | undefined {
  // The library makes an Error of every mistake, and their stack traces, which nobody sees, cost most of the time of a
  // file with a hundred thousand of them.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const tokens = parseTokens(state, source);
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

/** The concrete syntax of the document; undefined when it went over a limit. Runs once per token: it allocates nothing. */
function parseTokens(state: ReadingState, source: YamlSource): CST.Token[] | undefined {
  const { limits } = state;
  const parser = new Parser();
  parser.offset = source.offset;
  const tokens: CST.Token[] = [];
  let unsupported = 0;
  let errors = 0;
  let inScalar = false;
  for (const lexeme of new Lexer().lex(source.text)) {
    const type: CST.TokenType | null = inScalar ? null : CST.tokenType(lexeme);
    inScalar = type === 'scalar'; // a mark: the text of the scalar comes next
    const start = parser.offset;
    if (type && LOOKED_AT.has(type) && !look(state, type, start, lexeme)) unsupported++;
    for (const token of parser.next(lexeme)) {
      if (token.type === 'error') errors++;
      if (token.type !== 'directive') tokens.push(token);
    }
    if (errors > limits.problems) break; // what they say is enough
    if (unsupported > limits.problems || isTooMuch(state, source.depth + depthOf(parser), start, lexeme))
      return undefined;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** Reports that the document goes over a limit. */
function isTooMuch(state: ReadingState, depth: number, start: number, lexeme: string): boolean {
  const { limits, problems } = state;
  if (depth > limits.depth) {
    const message = t(
      'Maps and lists are nested more than {0} levels deep here: the document is not read.',
      limits.depth,
    );
    problems.add('syntax/too-complex', spanOf(start, lexeme), message);
    return true;
  }
  if (state.entries > limits.entries) {
    const message = t(
      'This file has more than {0} entries and items: it is not read from here on. Split it.',
      limits.entries,
    );
    problems.add('syntax/too-complex', spanOf(start, lexeme), message);
    return true;
  }
  return false;
}

function spanOf(start: number, lexeme: string): Span {
  return { start, end: start + lexeme.length };
}

/** How many maps and lists are open: the stack holds the document too, and a scalar while it is read. */
function depthOf({ stack }: Parser): number {
  const top = stack[stack.length - 1];
  return stack.length - (top && CST.isCollection(top) ? 1 : 2);
}

/** Each entry of a map and each item of a list has one of these. */
const ENTRY_TOKENS: ReadonlySet<CST.TokenType> = new Set([
  'seq-item-ind',
  'map-value-ind',
  'flow-map-start',
  'flow-seq-start',
  'comma',
] as const);

const LOOKED_AT: ReadonlySet<CST.TokenType> = new Set([
  ...ENTRY_TOKENS,
  'comment',
  'single-quoted-scalar',
  'double-quoted-scalar',
  'anchor',
  'alias',
  'tag',
  'explicit-key-ind',
  'directive-line',
] as const);

/** Takes note of a token; false for what YAML has and the format has not. */
function look(state: ReadingState, type: CST.TokenType, start: number, lexeme: string): boolean {
  if (ENTRY_TOKENS.has(type)) {
    state.entries++;
    return true;
  }
  const span = spanOf(start, lexeme);
  switch (type) {
    case 'comment':
      state.comments.push({ text: lexeme.slice(1).trim(), span });
      return true;
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      checkClosed(state, span);
      return true;
    default:
      reportUnsupported(state.problems, type, span);
      return false;
  }
}

/** The library tells where an unclosed quote was given up; people look for where it opens. */
function checkClosed({ text, problems }: ReadingState, place: Span): void {
  if (closingQuote(text, place.start, place.end) === place.end) return;
  const end = Math.min(place.end, lineEnd(text, place.start));
  problems.add('syntax/yaml', { start: place.start, end }, t('The closing quote is missing.'));
}

function reportUnsupported(problems: ProblemList, type: CST.TokenType, place: Span): void {
  switch (type) {
    case 'anchor':
    case 'alias': {
      const message = t(
        "Anchors and aliases are not part of the format: write the value out. Text that starts with '*' or '&' must be quoted.",
      );
      problems.add('syntax/alias', place, message);
      break;
    }
    case 'tag': {
      const message = t(
        "Tags are not part of the format: remove this one. Text that starts with '!' must be quoted.",
      );
      problems.add('syntax/unsupported', place, message);
      break;
    }
    case 'explicit-key-ind': {
      const message = t(
        "Keys that start with '?' are not part of the format: write 'key: value'. Text that starts with '?' must be quoted.",
      );
      problems.add('syntax/unsupported', place, message);
      break;
    }
    default:
      problems.add(
        'syntax/unsupported',
        place,
        t('Directives are not part of the format: remove this line.'),
      );
  }
}
