import { t } from '@vscode/l10n';
import { editFile } from '../edits/documents';
import { botIn } from '../facts/settings';
import type { Rule } from '../rule';
import { fileOf } from '../support/fixes';
import { hasSchemaProblem } from '../support/mistaken';
import { didYouMeanSentence, nearest, sentences } from '../support/sentences';
import { meta } from './initialValue.meta';

/** Rule 20, for the value that a variable begins with. */
export const rule: Rule = {
  meta,

  files: ['bot'],

  *checkFile(file) {
    for (const { name, type, values, initial, span } of botIn(file)?.variables ?? []) {
      // Values that cannot be read, or none at all, are the schema's matter.
      if (type !== 'enum' || !initial || hasSchemaProblem(file, span)) continue;
      const known = values.map(({ value }) => value);
      const start = String(initial.value);
      if (known.includes(start)) continue;
      const near = nearest(start, known);
      yield {
        span: initial.span,
        message: sentences(
          t("'{0}' is no value of '{1}'.", start, name.value),
          didYouMeanSentence(near) ?? t('It is one of these: {0}.', known.slice(0, MOST_NAMED).join(', ')),
        ),
        ...(near !== undefined && { data: { near } }),
      };
    }
  },

  fixes(finding, context) {
    const file = fileOf(finding, context);
    const { near } = finding.data;
    const { start, end } = finding.span;
    // What needs quotes, or stands in them, is not written anew.
    if (!file || near === undefined || !/^\p{L}[\p{L}\p{N}_-]*$/u.test(near)) return [];
    if (/["']/.test(file.syntax.text.slice(Math.max(0, start - 1), end))) return [];
    const edit = { span: finding.span, newText: near };
    return [
      { title: t("Change to '{0}'", near), kind: 'choice', preferred: true, changes: [editFile(file, edit)] },
    ];
  },
};

/** A sentence is no list. */
const MOST_NAMED = 20;
