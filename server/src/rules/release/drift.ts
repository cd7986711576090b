import { t } from '@vscode/l10n';
import { rootEntry } from '../edits/syntaxPath';
import { botIn } from '../facts/settings';
import type { Rule } from '../rule';

/** More changes than this make no sentence. */
const NAMED = 5;

/** Once per bot: somebody changed LIVE, and this draft would take it back. */
export const rule: Rule = {
  meta: {
    code: 'release/drift',
    severity: 'warning',
    summary: 'LIVE has changes that the draft does not descend from.',
    description: `Somebody else published, or mended LIVE with a hotfix, and this draft does not have it: publishing it would take the change back, which the *drift* gate refuses; in the *validation* gate the finding does not count, whatever its severity. The finding stands once, on the \`bot\` key of \`bot.yaml\`.

Take the changes into the draft with \`Bot: Take into Draft\` or \`botlane take\`. What a draft descends from is the version that its worktree last published, restored or took, and what was merged since.`,
    wrong: `
# LIVE: changed by Grace Hopper
# live: extra.intent.yaml
intent: help
expressions:
  en: |
    I need help with my ticket`,
    right: `
# live: extra.intent.yaml
intent: goodbye
expressions:
  en: |
    see you later
# extra.intent.yaml
intent: goodbye
expressions:
  en: |
    see you later
# extra.flow.yaml
flow: extra
dialogs:
  bye:
    trigger:
      intent: goodbye
    next: general/welcome`,
    source: 'own',
    live: true,
  },

  files: ['bot'],

  *checkFile(file, { live }) {
    const bot = botIn(file);
    if (live.kind !== 'known' || !live.drift || !bot) return;
    const { by, changes } = live.drift;
    yield {
      span: rootEntry(bot.document, 'bot')?.key.span ?? bot.name.span,
      message: t(
        'LIVE (version {0} by {1}) has changes that this draft lacks, and a publish would take them back: {2}. Take them into the draft.',
        live.version,
        by,
        enumerate(changes),
      ),
    };
  },
};

function enumerate(changes: readonly string[]): string {
  const shown = changes.slice(0, NAMED).join(', ');
  return changes.length > NAMED ? t('{0} and {1} more', shown, changes.length - NAMED) : shown;
}
