import { t } from '@vscode/l10n';
import { entitiesIn } from '../facts/entities';
import type { Rule } from '../rule';
import { normalForm } from '../support/expressions';
import { meta } from './yesNoEntity.meta';

const YES: ReadonlySet<string> = new Set([
  'yes',
  'ja',
  'oui',
  'si',
  'true',
  'ok',
  'okay',
  'yep',
  'confirm',
  'sim',
]);
const NO: ReadonlySet<string> = new Set([
  'no',
  'nee',
  'nein',
  'non',
  'false',
  'nope',
  'deny',
  'cancel',
  'nao',
]);

/** Rule 30: yes and no are what people want, not a detail of it. */
export const rule: Rule = {
  meta,

  files: ['entity'],

  *checkFile(file) {
    for (const item of entitiesIn(file)) {
      const forms = item.values.map(({ value }) => normalForm(value.value));
      const agrees = forms.some((form) => YES.has(form));
      const refuses = forms.some((form) => NO.has(form));
      if (!agrees || !refuses || forms.some((form) => !YES.has(form) && !NO.has(form))) continue;
      yield {
        span: item.name.span,
        message: t(
          "Entity '{0}' tells yes from no. Make an intent of each: people say it in more ways than a list can hold.",
          item.name.value,
        ),
      };
    }
  },
};
