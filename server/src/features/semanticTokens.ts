import { conditionTokens } from '../model/conditionTokens';
import { embeddedScalars } from '../model/embeddedScalars';
import type { Occurrence, SymbolKind } from '../model/occurrence';
import type { ProjectFile } from '../project/snapshot';
import { spanInScalar } from '../syntax/scalarMap';
import type { Span } from '../text/range';
import { isWritten } from './place';

/** Standard types of the protocol only, so that every theme has a colour for them. */
export const TOKEN_TYPES = [
  'namespace',
  'type',
  'class',
  'function',
  'variable',
  'label',
  'parameter',
  'property',
  'keyword',
  'string',
  'number',
  'operator',
] as const;

/** `modification`: the variable gets a value there. */
export const TOKEN_MODIFIERS = ['declaration', 'modification'] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

export interface SemanticToken {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The colours that tell the names of a bot apart; titles of tests and language codes are coloured by the grammar. */
const TYPES: Readonly<Record<SymbolKind, TokenType | undefined>> = {
  bot: 'namespace',
  flow: 'namespace',
  intent: 'class',
  entity: 'type',
  dialog: 'function',
  variable: 'variable',
  context: 'label',
  language: undefined,
  test: undefined,
};

/**
 * What the names, annotations and conditions of a file are, in the order of the text. No two tokens overlap, and each
 * stands on one line, as the protocol wants it.
 * @param within only tokens that meet this span
 */
export function semanticTokens(file: ProjectFile, within?: Span): readonly SemanticToken[] {
  const all = [...names(file), ...annotatedTexts(file), ...conditions(file)].filter(
    ({ span }) => !within || (span.start <= within.end && within.start <= span.end),
  );
  all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let end = 0;
  return all.filter(({ span }) => {
    if (span.start < end || span.end <= span.start) return false;
    if (/[\r\n]/.test(file.syntax.text.slice(span.start, span.end))) return false;
    end = span.end;
    return true;
  });
}

function names({ occurrences }: ProjectFile): readonly SemanticToken[] {
  return occurrences.flatMap((occurrence) => {
    const type = TYPES[occurrence.symbol];
    return type ? [{ span: occurrence.span, type, modifiers: modifiersOf(occurrence) }] : [];
  });
}

function modifiersOf(occurrence: Occurrence): readonly TokenModifier[] {
  if (occurrence.role === 'definition') return ['declaration'];
  return isWritten(occurrence) ? ['modification'] : [];
}

function annotatedTexts({ definitions }: ProjectFile): readonly SemanticToken[] {
  return definitions.flatMap((definition) => {
    if (definition.kind !== 'intent') return [];
    const expressions = [...definition.expressions.values()].flatMap((block) => block.expressions);
    return expressions.flatMap(({ annotations }) =>
      annotations.map(({ text }) => ({ span: text.span, type: 'parameter' as const, modifiers: [] })),
    );
  });
}

function conditions({ syntax }: ProjectFile): readonly SemanticToken[] {
  return embeddedScalars(syntax, 'condition').flatMap((node) =>
    conditionTokens(node.text).map(({ kind, start, end }) => ({
      span: spanInScalar(node, syntax.text, start, end),
      type: kind,
      modifiers: [],
    })),
  );
}
