import { t } from '@vscode/l10n';
import { entryAround } from '../edits/syntaxPath';
import type { Rule } from '../rule';
import { hasSchemaProblem } from '../support/mistaken';
import { meta } from './acceptsAnything.meta';

/** Rule 18: questions that take any answer. One with a `retry` says by that what it wants. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkPart({ file, dialog: item }) {
    if (!item) return;
    const { ask } = item;
    if (!ask || ask.entity || ask.retry || hasSchemaProblem(file, ask.span)) return;
    const key = entryAround(file.syntax, ask.span.start, 'ask')?.entry.key;
    yield {
      span: key?.content ?? item.name.span,
      message: t("This question takes any answer. Name the 'entity' that the answer must hold."),
    };
  },
};
