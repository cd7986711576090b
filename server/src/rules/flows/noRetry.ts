import { t } from '@vscode/l10n';
import { entryAround } from '../edits/syntaxPath';
import type { Rule } from '../rule';
import { hasSchemaProblem } from '../support/mistaken';
import { meta } from './noRetry.meta';

/** Rule 18: questions that do not say what follows an answer that does not fit. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkPart({ file, dialog: item }) {
    if (!item) return;
    const { ask } = item;
    if (!ask?.entity || ask.retry || hasSchemaProblem(file, ask.span)) return;
    const key = entryAround(file.syntax, ask.span.start, 'ask')?.entry.key;
    yield {
      span: key?.content ?? item.name.span,
      message: t(
        "This question says nothing to an answer without '{0}'. Add 'retry' with a text that helps.",
        ask.entity.value,
      ),
    };
  },
};
