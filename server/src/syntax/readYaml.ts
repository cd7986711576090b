import { t } from '@vscode/l10n';
import { Composer, CST, Lexer, Parser } from 'yaml';
import type { Document } from 'yaml';
import type { Span } from '../text/range';
import type { DocumentSpan } from './documentSpans';
import type { SyntaxLimits } from './limits';
import type { ProblemList } from './problems';
import type { Comment } from './tree';

/** The parts of a file's reading that its documents share. */
export interface ReadingState {
  readonly text: string;
  readonly limits: SyntaxLimits;
  readonly problems: ProblemList;
  readonly comments: Comment[];
  /** Tokens that make nodes, counted against `limits.nodes`. */
  nodes: number;
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
 * for in the tokens first: depth, number of nodes, anchors and aliases.
 *
 * @returns undefined when there is no document or it went over a limit (which is then among the problems).
 */
export function readYaml(state: ReadingState, span: DocumentSpan): Document.Parsed | undefined {
  const tokens = parseTokens(state, span);
  if (!tokens) return undefined;
  let result: Document.Parsed | undefined;
  for (const document of new Composer(OPTIONS).compose(tokens)) result ??= document as Document.Parsed;
  return result;
}

/** The concrete syntax of the document; undefined when it went over a limit. */
function parseTokens(state: ReadingState, span: DocumentSpan): CST.Token[] | undefined {
  const { limits, problems } = state;
  const parser = new Parser();
  parser.offset = span.from;
  const tokens: CST.Token[] = [];
  let unsupported = 0;
  let inScalar = false;
  for (const lexeme of new Lexer().lex(state.text.slice(span.from, span.end))) {
    const type: CST.TokenType | 'scalar-text' | null = inScalar ? 'scalar-text' : CST.tokenType(lexeme);
    inScalar = type === 'scalar'; // a mark: the text of the scalar comes next
    const place = { start: parser.offset, end: parser.offset + lexeme.length };
    if (type === 'comment') state.comments.push({ text: lexeme.slice(1).trim(), span: place });
    else if (NODE_TOKENS.has(type ?? '')) state.nodes++;
    else if (reportUnsupported(problems, type, place)) unsupported++;
    for (const token of parser.next(lexeme)) if (token.type !== 'directive') tokens.push(token);

    // The stack holds the document and the node at hand beside the maps and lists.
    if (parser.stack.length > limits.depth + 2) {
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
    if (state.nodes > limits.nodes) {
      problems.add(
        'syntax/too-complex',
        place,
        t(
          'This file has more than {0} keys and values: it is not read from here on. Split it.',
          limits.nodes,
        ),
      );
      return undefined;
    }
    if (unsupported > limits.problems) return undefined;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

const NODE_TOKENS = new Set([
  'scalar',
  'single-quoted-scalar',
  'double-quoted-scalar',
  'block-scalar-header',
  'seq-item-ind',
  'map-value-ind',
  'flow-map-start',
  'flow-seq-start',
  'comma',
]);

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
