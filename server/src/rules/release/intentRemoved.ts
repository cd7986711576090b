import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import { rootEntry } from '../edits/syntaxPath';
import type { Rule } from '../rule';
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

  *check(context) {
    const { bot, live } = context;
    if (live.kind !== 'known' || !bot.settings) return;
    const names = firstIntents(live.bot)
      .map(({ item }) => item.name.value)
      .filter((name) => removedIntent(context, name));
    if (names.length === 0) return;
    const removed = new Set(names.map(foldName));
    const linked = live.bot.dialogs.filter(({ item }) =>
      removed.has(foldName(item.trigger?.intent?.value ?? '')),
    );
    const { file, item } = bot.settings;
    yield {
      file,
      span: rootEntry(item.document, 'bot')?.key.span ?? item.name.span,
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
    return firstIntents(context.live.bot)
      .filter(({ item }) => removedIntent(context, item.name.value))
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
