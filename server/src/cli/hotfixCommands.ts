import { t } from '@vscode/l10n';
import type { Command } from 'commander';
import type { OutputOptions } from './commands/command';
import type { HotfixPublishOptions } from './commands/hotfix';
import { withFolder } from './folderOption';
import type { AddCommand } from './liveCommands';
import { overrideOf, type OverrideOptions, withOverride } from './overrideOption';
import type { Terminal } from './terminal';
import { notesText } from './writtenTexts';

interface WrittenPublishOptions extends Omit<HotfixPublishOptions, 'override'>, OverrideOptions {}

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
  withOverride(
    withFolder(
      hotfix
        .command('publish')
        .description(t('Make live what was mended, as a version of kind hotfix.'))
        .requiredOption('--notes <text>', t('the notes of the version'), notesText)
        .option('--train', t('train first what is not trained'), false),
    ),
  ).action(async (path: string | undefined, options: WrittenPublishOptions, command: Command) => {
    const { publishHotfix } = await import('./commands/hotfix.js');
    const override = overrideOf(options, command);
    finish(await publishHotfix(terminal, path, { ...options, override }));
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
