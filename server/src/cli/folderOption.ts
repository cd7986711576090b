import { t } from '@vscode/l10n';
import { type Command, Option } from 'commander';

/** What commands about one bot take: its folder, and how to print the result. */
export function withFolder(command: Command): Command {
  return command
    .argument('[folder]', t('folder of the bot; without it, the bots below the current folder'))
    .addOption(
      new Option('--format <format>', t('how to print the result'))
        .choices(['pretty', 'json'])
        .default('pretty'),
    );
}
