import { t } from '@vscode/l10n';
import { intentsIn } from '../facts/expressions';
import type { Rule } from '../rule';
import { firstOf } from '../support/definitions';
import { removal } from '../support/expressionFixes';
import { normalForm } from '../support/expressions';
import { fileOf } from '../support/fixes';
import { meta } from './shortExpression.meta';

/** Short words that are whole answers; the page of the rule lists them. */
const ANSWERS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    en: 'go hi no ok yo',
    nl: 'ga ja ok he',
    fr: 'ok si eh',
    de: 'ja ok na he',
    es: 'ok si no ya ve',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** In other scripts a sign or two can be a word. */
const LETTERS = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]{1,2}$/u;

/** Rule 28: expressions that are too short to tell anything. */
export const rule: Rule = {
  meta,

  files: ['intent'],

  *checkFile(file, context) {
    for (const item of firstOf(context, file, intentsIn(file))) {
      for (const [language, { expressions }] of item.expressions) {
        const answers = ANSWERS.get(language.slice(0, 2));
        for (const { plain, span, annotations } of expressions) {
          // A longer text needs no normal form: there are many.
          if (plain.length > LONGEST || annotations.length > 0) continue;
          const word = normalForm(plain);
          if (!LETTERS.test(word) || answers?.has(word)) continue;
          yield {
            span,
            message: t(
              "'{0}' is too short to be told from other words. Write in full what users say.",
              plain,
            ),
            data: { intent: item.name.value },
          };
        }
      }
    }
  },

  fixes(finding, context) {
    const file = fileOf(finding, context);
    return file ? removal(file, finding.span, finding.data['intent'] ?? '') : [];
  },
};

/** Two letters with accents of their own and punctuation around them. */
const LONGEST = 12;
