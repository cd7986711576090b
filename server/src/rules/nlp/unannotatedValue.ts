import { t } from '@vscode/l10n';
import type { Annotation, Expression, ExpressionBlock } from '../../model/definitions';
import type { ProjectFile } from '../../project/snapshot';
import type { Span } from '../../text/range';
import { editFile } from '../edits/documents';
import { intentsIn } from '../facts/expressions';
import type { Rule } from '../rule';
import { firstOf } from '../support/definitions';
import { normalForm } from '../support/expressions';
import { fileOf } from '../support/fixes';
import { meta } from './unannotatedValue.meta';

/** Shorter values are parts of too many other words. */
const SHORTEST = 3;
/** A value of more words is not looked for. */
const MOST_WORDS = 5;
/** An intent with more different values is a list that should be an entity. */
const MOST_VALUES = 1000;

/** Rule 29: values that the same intent annotates elsewhere. */
export const rule: Rule = {
  meta,

  files: ['intent'],

  *checkFile(file, context) {
    for (const item of firstOf(context, file, intentsIn(file))) {
      for (const block of item.expressions.values()) {
        const values = annotated(block);
        if (values.size === 0) continue;
        for (const expression of block.expressions) {
          for (const { span, annotation } of plainValues(file, expression, values)) {
            const { entity, variable, text } = annotation;
            const target = variable ? `${entity.value}:${variable.value}` : entity.value;
            yield {
              span,
              message: t(
                "'{0}' is annotated as '{1}' in another expression of this intent, and plain here. Annotate it here, too.",
                file.syntax.text.slice(span.start, span.end),
                target,
              ),
              related: [{ file, span: text.span, message: t('It is annotated here.') }],
              data: { target },
            };
          }
        }
      }
    }
  },

  fixes(finding, context) {
    const file = fileOf(finding, context);
    const { target } = finding.data;
    if (!file || target === undefined) return [];
    const written = file.syntax.text.slice(finding.span.start, finding.span.end);
    const edit = { span: finding.span, newText: `[${written}](${target})` };
    return [
      {
        title: t("Annotate '{0}' as '{1}'", written, target),
        kind: 'choice',
        preferred: true,
        changes: [editFile(file, edit)],
      },
    ];
  },
};

/** The annotated values of a block by their normal forms; of several annotations of one value the first. */
function annotated({ expressions }: ExpressionBlock): ReadonlyMap<string, Annotation> {
  const values = new Map<string, Annotation>();
  for (const annotation of expressions.flatMap(({ annotations }) => annotations)) {
    const form = normalForm(annotation.text.value);
    if (form.length < SHORTEST || values.size >= MOST_VALUES || values.has(form)) continue;
    values.set(form, annotation);
  }
  return values;
}

/** With more values than this looking for each costs more than looking up every word. */
const FEW_VALUES = 16;

/** False when none of the values stands outside of the annotations, which is so for nearly all expressions. */
function mayHold({ plain, annotations }: Expression, values: ReadonlyMap<string, Annotation>): boolean {
  if (values.size > FEW_VALUES) return true;
  let at = 0;
  for (const { plain: span } of annotations) {
    if (holdsOne(normalForm(plain.slice(at, span.start)), values)) return true;
    at = span.end;
  }
  return holdsOne(normalForm(plain.slice(at)), values);
}

function holdsOne(form: string, values: ReadonlyMap<string, Annotation>): boolean {
  for (const value of values.keys()) if (form.includes(value)) return true;
  return false;
}

/** Where values stand in an expression outside of its annotations; none in one that is not in the file as it is. */
function* plainValues(
  file: ProjectFile,
  expression: Expression,
  values: ReadonlyMap<string, Annotation>,
): Iterable<{ readonly span: Span; readonly annotation: Annotation }> {
  const { source, span, annotations, problems } = expression;
  if (
    problems.length > 0 ||
    !mayHold(expression, values) ||
    !file.syntax.text.startsWith(source, span.start)
  ) {
    return;
  }
  const words = [...source.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    start: span.start + index,
    end: span.start + index + word.length,
  }));
  for (let first = 0; first < words.length; first++) {
    for (let last = Math.min(first + MOST_WORDS, words.length) - 1; last >= first; last--) {
      const place = { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
      if (annotations.some((one) => one.span.start < place.end && place.start < one.span.end)) continue;
      const annotation = values.get(normalForm(file.syntax.text.slice(place.start, place.end)));
      if (!annotation) continue;
      yield { span: place, annotation };
      first = last;
      break;
    }
  }
}
