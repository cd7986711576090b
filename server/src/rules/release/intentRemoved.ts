import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import { rootEntry } from '../edits/syntaxPath';
import type { Rule } from '../rule';
import { indexOf } from '../engine/indexes';
import { removedNames } from '../facts/removed';
import { botIn } from '../facts/settings';
import { firstIntents } from '../support/expressions';
import { removedIntent } from '../support/removed';
import { restoreIntent } from '../support/restore';
import { meta } from './intentRemoved.meta';

/** More names than this make no sentence. */
const NAMED = 10;
const FIXES = 5;

/** Rule 3: once per bot, whatever else is said at the dialogs of the draft. */
export const rule: Rule = {
  meta,

  files: ['bot'],

  *checkFile(file, context) {
    const { live } = context;
    const bot = botIn(file);
    if (live.kind !== 'known' || !bot) return;
    const names = context.derived(removedNames, '') ?? [];
    if (names.length === 0) return;
    const removed = new Set(names.map(foldName));
    const linked = live.bot.dialogs.filter(({ item }) =>
      removed.has(foldName(item.trigger?.intent?.value ?? '')),
    );
    yield {
      span: rootEntry(bot.document, 'bot')?.key.span ?? bot.name.span,
      message: t(
        'LIVE (version {0}) has intents that are no longer here: {1}. NLP-only publishing is closed until the next full publish.',
        live.version,
        enumerate(names),
      ),
      related: linked.map((dialog) => ({
        file: dialog.file,
        span: dialog.item.name.span,
        message: t(
          "In LIVE, dialog '{0}/{1}' is linked to intent '{2}'.",
          dialog.item.flow,
          dialog.item.name.value,
          dialog.item.trigger?.intent?.value ?? '',
        ),
      })),
    };
  },

  fixes(_finding, context) {
    if (context.live.kind !== 'known') return [];
    const index = indexOf(context);
    return firstIntents(context.live.bot)
      .filter(({ item }) => removedIntent(index, item.name.value))
      .slice(0, FIXES)
      .map((removed) => restoreIntent(context, removed));
  },
};

function enumerate(names: readonly string[]): string {
  const shown = names
    .slice(0, NAMED)
    .map((name) => `'${name}'`)
    .join(', ');
  return names.length > NAMED ? t('{0} and {1} more', shown, names.length - NAMED) : shown;
}
