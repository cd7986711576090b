import { t } from '@vscode/l10n';
import type { ProjectFile } from '../../project/snapshot';
import type { Span } from '../../text/range';
import type { Rule } from '../rule';

/** Rule 38, its second half. */
export const workspaceRule: Rule = {
  meta: {
    code: 'workspace/orphan-file',
    severity: 'warning',
    summary: 'A definition file belongs to no bot.',
    description: `A folder with a \`bot.yaml\` is a bot, together with everything below it. Definition files elsewhere are part of no bot: nothing checks, trains or publishes them. Move the file into a bot's folder, or make a \`bot.yaml\` beside it.`,
    wrong: `
# sales/bot.yaml
bot: choo-choo
languages: [en]
# refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back`,
    right: `
# refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back
# service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund
    next: general/welcome`,
    source: 'own',
  },

  // A bot.yaml makes its folder a bot: every other file that is looked at here belongs to none.
  files: ['intent', 'entity', 'flow', 'test'],

  *checkFile(file) {
    yield {
      span: firstKey(file),
      message: t(
        "This file belongs to no bot: there is no bot.yaml in its folder or above. Move it into a bot's folder, or add a bot.yaml.",
      ),
    };
  },
};

function firstKey({ syntax }: ProjectFile): Span {
  const root = syntax.documents[0]?.root;
  const entry = root?.kind === 'map' ? root.entries[0] : undefined;
  return entry?.key.span ?? { start: 0, end: 0 };
}
