import { t } from '@vscode/l10n';
import type { Dialog } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { Placed } from '../../project/snapshot';
import type { Rule } from '../rule';
import { hasSchemaProblem } from '../support/mistaken';
import { meta } from './ambiguousTrigger.meta';

/** Rule 15: dialogs of which only one can answer an intent. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    const seen = new Map<string, Placed<Dialog>>();
    for (const dialog of bot.dialogs) {
      const { file, item } = dialog;
      const intent = item.trigger?.intent;
      // An intent that does not exist has a finding of its own.
      if (!item.trigger || !intent || bot.intent(intent.value).length === 0) continue;
      // Contexts that cannot be read may tell them apart.
      if (hasSchemaProblem(file, item.trigger.span)) continue;
      const contexts = item.trigger.requires.map(({ value }) => foldName(value)).sort();
      const key = [foldName(intent.value), ...new Set(contexts)].join(' ');
      const first = seen.get(key);
      if (!first) {
        seen.set(key, dialog);
        continue;
      }
      // Two definitions of one name are told as such.
      if (foldName(first.item.name.value) === foldName(item.name.value) && first.item.flow === item.flow)
        continue;
      const other = `${first.item.flow}/${first.item.name.value}`;
      yield {
        file,
        span: intent.span,
        message: t(
          "Intent '{0}' leads to dialog '{1}' already, in the same contexts: this dialog never answers. Require another context, or link another intent.",
          intent.value,
          other,
        ),
        related: [
          {
            file: first.file,
            span: first.item.trigger?.intent?.span ?? first.item.name.span,
            message: t('It is linked here already.'),
          },
        ],
      };
    }
  },
};
