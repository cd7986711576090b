import { t } from '@vscode/l10n';
import type { Rule } from '../rule';
import { saidTexts } from '../support/messages';
import { meta } from './blank.meta';

/** Rule 24: texts of blanks alone. One of no characters at all is a mistake that the schema knows. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkPart(part) {
    for (const { text } of saidTexts(part)) {
      for (const { language, text: written } of text.values()) {
        if (written.value === '' || written.value.trim() !== '') continue;
        yield {
          span: language.span,
          message: t('This text is blank: users would see nothing. Write something, or remove it.'),
        };
      }
    }
  },
};
