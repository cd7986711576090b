import type { Annotation, Definition } from '../model/definitions';
import type { ProjectFile } from '../project/snapshot';
import { documentAt, nodeAt, type PathStep } from '../syntax/navigate';
import { touches, type Span } from '../text/range';

const WORD = /[\p{L}\p{N}\p{M}_]+/gu;

/**
 * What a selection at `offset` grows to, from the inside: word, name, annotation, expression, text, entry, map, document,
 * file. Each holds the one before it and is larger.
 */
export function selectionRanges(file: ProjectFile, offset: number): readonly Span[] {
  const { syntax } = file;
  const document = documentAt(syntax, offset);
  const at = document && nodeAt(document, offset);
  const candidates: Span[] = [
    ...wordAt(syntax.text, offset),
    ...file.occurrences.filter(({ span }) => touches(span, offset)).map(({ span }) => span),
    ...inExpressions(file.definitions, offset),
  ];
  if (at?.node.kind === 'scalar') candidates.push(at.node.content);
  if (at) candidates.push(at.node.span, ...at.steps.toReversed().flatMap(spansOf));
  if (document?.root) candidates.push(document.root.span);
  candidates.push({ start: 0, end: syntax.text.length });
  return nested(candidates, offset);
}

function wordAt(text: string, offset: number): readonly Span[] {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  for (const { 0: word, index } of text.slice(from, newline < 0 ? undefined : newline).matchAll(WORD)) {
    const span = { start: from + index, end: from + index + word.length };
    if (touches(span, offset)) return [span];
  }
  return [];
}

function inExpressions(definitions: readonly Definition[], offset: number): readonly Span[] {
  for (const definition of definitions) {
    if (definition.kind !== 'intent' || !touches(definition.span, offset)) continue;
    for (const { expressions } of definition.expressions.values()) {
      const expression = expressions.find(({ span }) => touches(span, offset));
      if (expression) return [...expression.annotations.flatMap(partsOf), expression.span];
    }
  }
  return [];
}

function partsOf({ text, span }: Annotation): readonly Span[] {
  return [text.span, span];
}

function spansOf(step: PathStep): readonly Span[] {
  if (step.kind === 'item') return [step.list.items[step.index]?.span ?? step.list.span, step.list.span];
  return [step.entry.span, step.map.span];
}

/** The candidates around `offset` that each go beyond the one before. */
function nested(candidates: readonly Span[], offset: number): readonly Span[] {
  const result: Span[] = [];
  for (const span of candidates) {
    const inner = result.at(-1) ?? { start: offset, end: offset };
    const holds = span.start <= inner.start && inner.end <= span.end;
    if (holds && span.end - span.start > inner.end - inner.start) result.push(span);
  }
  return result;
}
