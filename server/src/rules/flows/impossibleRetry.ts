import { t } from '@vscode/l10n';
import { entryAround } from '../edits/syntaxPath';
import type { Rule } from '../rule';
import { removeHere } from '../support/removeHere';
import { hasSchemaProblem } from '../support/mistaken';
import { meta } from './impossibleRetry.meta';

/** Rule 17: what follows an answer that does not fit, where every answer fits. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkPart({ file, dialog: item }) {
    if (!item) return;
    const { ask } = item;
    if (!ask?.retry || ask.entity || hasSchemaProblem(file, ask.span)) return;
    const key = entryAround(file.syntax, ask.retry.span.start, 'retry')?.entry.key;
    yield {
      span: key?.content ?? ask.retry.span,
      message: t(
        "This never happens: the question names no entity, so that any answer will do. Name one, or remove 'retry'.",
      ),
    };
  },

  fixes: removeHere,
};
