import { t } from '@vscode/l10n';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Lines } from '../text/lines';
import type { Span } from '../text/range';
import { KeyCheck } from './keyCheck';
import type { ProblemList } from './problems';
import type { ListNode, MapEntry, MapNode, ScalarNode, ScalarStyle, SyntaxNode } from './tree';

/** What lowering needs of the file. */
export interface LoweringContext {
  readonly text: string;
  readonly lines: Lines;
  readonly problems: ProblemList;
  /** The library found mistakes: what else looks odd may follow from them. */
  readonly broken: boolean;
}

/**
 * Turns the library's tree into ours and checks keys on the way. Null for an empty value, and for an alias, which is
 * reported elsewhere. Recursion is safe: the depth was checked on the tokens.
 */
export function lower(node: unknown, context: LoweringContext): SyntaxNode | null {
  if (isScalar(node)) return isEmpty(node) ? null : lowerScalar(node, context.text);
  if (isMap(node)) return lowerMap(node, context);
  if (isSeq(node)) return lowerList(node, context);
  return null;
}

/** True for a scalar that stands for nothing at all (`key:`), not for `""`. */
function isEmpty(node: Scalar): boolean {
  const [start, end] = rangeOf(node);
  return start === end;
}

function rangeOf(node: {
  range?: readonly [number, number, number] | null | undefined;
}): readonly [number, number] {
  return node.range ? [node.range[0], node.range[1]] : [0, 0];
}

const STYLES: Readonly<Record<Scalar.Type, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single-quoted',
  QUOTE_DOUBLE: 'double-quoted',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function lowerScalar(node: Scalar, text: string): ScalarNode {
  const style = STYLES[node.type ?? 'PLAIN'];
  const [start, rawEnd] = rangeOf(node);
  const block = style === 'literal' || style === 'folded';
  const end = block ? blockEnd(text, start, rawEnd) : rawEnd;
  const span = { start, end };
  const { value } = node;
  const written = node.source ?? '';
  return {
    kind: 'scalar',
    text: written,
    value: typeof value === 'number' || typeof value === 'boolean' || value === null ? value : written,
    style,
    span,
    content: block ? blockContent(text, span) : style === 'plain' ? span : quotedContent(text, span),
  };
}

/** A block ends behind its last line that is not blank: the library counts the line break and blank lines in. */
function blockEnd(text: string, start: number, end: number): number {
  const last = trimmedEnd(text, start, end);
  const newline = text.indexOf('\n', last);
  if (newline === -1 || newline >= end) return end;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** `end` without the spaces and line breaks before it, but not before `start`. */
function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 13;
}

function blockContent(text: string, span: Span): Span {
  const newline = text.indexOf('\n', span.start);
  const start = newline === -1 || newline + 1 > span.end ? span.end : newline + 1;
  return { start, end: span.end };
}

function quotedContent(text: string, span: Span): Span {
  const closed = span.end - span.start > 1 && text[span.end - 1] === text[span.start];
  return { start: span.start + 1, end: closed ? span.end - 1 : span.end };
}

function lowerMap(map: YAMLMap, context: LoweringContext): MapNode {
  const entries = lowerEntries(map, context);
  const keys = new KeyCheck(context.lines, context.problems);
  for (const { key } of entries) keys.add(key);
  const [start, end] = rangeOf(map);
  if (map.flow === true) {
    if (context.text[start] === '{') checkClosed('}', start, end, context);
    else
      context.problems.add(
        'syntax/unsupported',
        { start, end },
        t("This item holds ': ', which makes it a map without braces: quote the text."),
      );
    return { kind: 'map', entries: within(entries, end), style: 'flow', span: { start, end } };
  }
  return { kind: 'map', entries, style: 'block', span: around(entries, start, start) };
}

/** The entries of a map, whose keys are not checked against each other yet. */
export function lowerEntries(map: YAMLMap, context: LoweringContext): MapEntry[] {
  const entries: MapEntry[] = [];
  for (const pair of map.items) {
    const key = lowerKey(pair.key, context);
    // Lowered even without a key, so that the mistakes within are told.
    const value = lower(pair.value, context);
    if (!key) continue;
    const end = entryEnd(key, value, pair.value, context.text);
    entries.push({ key, value, span: { start: key.span.start, end } });
  }
  return entries;
}

/** The entries before a closing bracket; what reaches beyond it is no value: there the library lost its place. */
function within(entries: readonly MapEntry[], end: number): MapEntry[] {
  return entries
    .filter(({ key }) => key.span.end <= end)
    .map((entry) =>
      entry.span.end <= end ? entry : { ...entry, value: null, span: { start: entry.span.start, end } },
    );
}

/** From the first to the last of the parts. In broken files the library's own idea of where a map ends is no help. */
function around(parts: readonly ({ readonly span: Span } | null)[], from: number, atLeast: number): Span {
  let start = from;
  let end = atLeast;
  for (const part of parts) {
    if (!part) continue;
    start = Math.min(start, part.span.start);
    end = Math.max(end, part.span.end);
  }
  return { start, end };
}

/** Where an entry ends: behind its value, or behind the colon when nothing follows. */
function entryEnd(key: ScalarNode, value: SyntaxNode | null, source: unknown, text: string): number {
  return Math.max(key.span.end, value ? value.span.end : emptyEnd(source, key.span.end, text));
}

/** Where an empty value would stand: directly behind its colon or dash. */
function emptyEnd(node: unknown, atLeast: number, text: string): number {
  return isScalar(node) ? trimmedEnd(text, atLeast, rangeOf(node)[0]) : atLeast;
}

function lowerKey(key: unknown, { text, problems, broken }: LoweringContext): ScalarNode | undefined {
  if (isScalar(key)) {
    if (!isEmpty(key)) return lowerScalar(key, text);
    const [start] = rangeOf(key);
    if (!broken)
      problems.add(
        'syntax/unsupported',
        { start, end: Math.min(start + 1, text.length) },
        t('A key is missing before the colon.'),
      );
  } else if (isMap(key) || isSeq(key)) {
    const [start, end] = rangeOf(key);
    const message = t(
      'A key must be a name, not a map or a list. Text that starts with a bracket must be quoted.',
    );
    problems.add('syntax/unsupported', { start, end }, message);
  }
  return undefined;
}

/** The library tells where an unclosed bracket was given up; people look for where it opens. */
function checkClosed(bracket: string, start: number, end: number, { text, problems }: LoweringContext): void {
  if (end - start > 1 && text[end - 1] === bracket) return;
  const message = t(
    "This bracket is not closed: '{0}' is missing, or is not indented deeper than the key.",
    bracket,
  );
  problems.add('syntax/yaml', { start, end: start + 1 }, message);
}

function lowerList(list: YAMLSeq, context: LoweringContext): ListNode {
  const items = list.items.map((item) => lower(item, context));
  const [start, end] = rangeOf(list);
  if (list.flow === true) {
    checkClosed(']', start, end, context);
    const before = items.map((item) => (item && item.span.end > end ? null : item));
    return { kind: 'list', items: before, style: 'flow', span: { start, end } };
  }
  const lastEnd = items.at(-1) ? start + 1 : emptyEnd(list.items.at(-1), start + 1, context.text);
  return { kind: 'list', items, style: 'block', span: around(items, start, lastEnd) };
}
