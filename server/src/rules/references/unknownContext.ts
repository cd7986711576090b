import { t } from '@vscode/l10n';
import type { Rule } from '../rule';
import { replaceName } from '../support/fixes';
import { suggestionsFor } from '../support/meant';
import { unknownReferences } from '../support/references';
import { didYouMeanSentence, sentences } from '../support/sentences';
import { meta } from './unknownContext.meta';

/** Rule 8: contexts that a trigger requires and no dialog outputs. */
export const rule: Rule = {
  meta,

  files: 'all',

  *checkFile(file, context) {
    const suggestions = context.once(suggestionsFor);
    for (const { span, name } of unknownReferences(file, context, 'context')) {
      const near = suggestions.name('context', name);
      const advice =
        didYouMeanSentence(near) ?? t("Output it from a dialog, under 'contexts', or do not require it.");
      yield {
        span,
        message: sentences(t("No dialog outputs context '{0}': this dialog never answers.", name), advice),
        data: near === undefined ? {} : { near },
      };
    }
  },

  fixes(finding, context) {
    const { near } = finding.data;
    return near === undefined ? [] : replaceName(finding, context, near, true);
  },
};
