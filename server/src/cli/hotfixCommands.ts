import { t } from '@vscode/l10n';
import type { OutputOptions } from './commands/command';
import type { HotfixPublishOptions } from './commands/hotfix';
import { withFolder } from './folderOption';
import type { AddCommand } from './liveCommands';
import type { Terminal } from './terminal';

/** `botlane hotfix …`: mending LIVE itself. */
export function addHotfixCommands(terminal: Terminal, add: AddCommand, finish: (code: number) => void): void {
  const hotfix = add(
    'hotfix',
    t('Mend LIVE itself, without what is in the draft.'),
    'botlane hotfix start\n  $ botlane hotfix publish --train --notes "Wrong price"',
  );
  withFolder(
    hotfix
      .command('start')
      .description(t('Put LIVE’s files into a folder of their own, to be mended there.')),
  ).action(async (path: string | undefined, options: OutputOptions) => {
    const { startHotfix } = await import('./commands/hotfix.js');
    finish(await startHotfix(terminal, path, options));
  });
  withFolder(
    hotfix
      .command('publish')
      .description(t('Make live what was mended, as a version of kind hotfix.'))
      .requiredOption('--notes <text>', t('the notes of the version'))
      .option('--train', t('train first what is not trained'), false),
  ).action(async (path: string | undefined, options: HotfixPublishOptions) => {
    const { publishHotfix } = await import('./commands/hotfix.js');
    finish(await publishHotfix(terminal, path, options));
  });
  withFolder(
    hotfix
      .command('abandon')
      .description(t('Remove the folder again.'))
      .option('--discard', t('lose what was changed there and not published'), false),
  ).action(async (path: string | undefined, options: OutputOptions & { discard: boolean }) => {
    const { abandonHotfix } = await import('./commands/hotfix.js');
    finish(await abandonHotfix(terminal, path, options));
  });
}
