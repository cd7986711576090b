import { t } from '@vscode/l10n';
import { entryAround } from '../edits/syntaxPath';
import type { Rule } from '../rule';
import { hasSchemaProblem } from '../support/mistaken';
import { meta } from './noErrorPath.meta';

/** Rule 18: calls of services that do not say what follows when they fail. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkPart({ file, dialog: item }) {
    if (!item) return;
    for (const action of item.do) {
      if (action.kind !== 'http' || action.onError || hasSchemaProblem(file, action.span)) continue;
      const key = entryAround(file.syntax, action.span.start, 'http')?.entry.key;
      yield {
        span: key?.content ?? action.span,
        message: t(
          "Nothing says where to go when this call fails. Add 'onError' with a dialog that explains it.",
        ),
      };
    }
  },
};
