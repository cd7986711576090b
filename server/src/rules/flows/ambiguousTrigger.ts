import { t } from '@vscode/l10n';
import type { Dialog } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { Placed, ProjectFile } from '../../project/snapshot';
import type { CheckContext } from '../engine/lookups';
import { dialogsIn, triggerKey, triggers } from '../facts/flows';
import { hasUnclearTrigger } from '../facts/flows';
import { isDefined } from '../support/definitions';
import type { Rule } from '../rule';
import { meta } from './ambiguousTrigger.meta';

/** Rule 15: dialogs of which only one can answer an intent. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkFile(file, context) {
    const seen = new Map<string, Placed<Dialog> | undefined>();
    for (const item of dialogsIn(file)) {
      // Contexts that cannot be read may tell them apart.
      if (hasUnclearTrigger(file, item)) continue;
      const intent = item.trigger?.intent;
      const key = triggerKey(item);
      // An intent that does not exist has a finding of its own.
      if (!intent || key === undefined || !isDefined(context, 'intent', intent.value)) continue;
      if (!seen.has(key)) seen.set(key, firstElsewhere(file, context, key));
      const first = seen.get(key);
      if (!first) {
        seen.set(key, { file, item });
        continue;
      }
      // Two definitions of one name are told as such.
      if (foldName(first.item.name.value) === foldName(item.name.value) && first.item.flow === item.flow)
        continue;
      const other = `${first.item.flow}/${first.item.name.value}`;
      yield {
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

/** The first dialog that answers the same, when it stands in a file before this one. */
function firstElsewhere(file: ProjectFile, context: CheckContext, key: string): Placed<Dialog> | undefined {
  const [first] = context.look(triggers, key);
  if (!first || first.uri >= file.uri) return undefined;
  const other = context.open(first.uri);
  const item =
    other &&
    dialogsIn(other).find((dialog) => triggerKey(dialog) === key && !hasUnclearTrigger(other, dialog));
  return item && { file: other, item };
}
