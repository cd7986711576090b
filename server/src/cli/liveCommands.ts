import { t } from '@vscode/l10n';
import type { Command } from 'commander';
import type { OutputOptions } from './commands/command';
import type { DoctorOptions } from './commands/doctor';
import { addHotfixCommands } from './hotfixCommands';
import { addDeployCommands } from './deployCommands';
import { withFolder } from './folderOption';
import type { Terminal } from './terminal';

export type AddCommand = (name: string, description: string, example: string) => Command;

/** The commands about LIVE and the repository that keeps it. */
export function addLiveCommands(terminal: Terminal, add: AddCommand, finish: (code: number) => void): void {
  addDeployCommands(terminal, add, finish);
  addHotfixCommands(terminal, add, finish);

  withFolder(
    add(
      'take',
      t('Take what LIVE holds into the draft: a merge that leaves conflicts marked in the files.'),
      'botlane take',
    ),
  ).action(async (path: string | undefined, options: OutputOptions) => {
    const { take } = await import('./commands/take.js');
    finish(await take(terminal, path, options));
  });

  withFolder(
    add(
      'doctor',
      t('Find what is wrong with the versions of a bot, and mend it when told to.'),
      'botlane doctor\n  $ botlane doctor --fix',
    ).option(
      '--fix [id]',
      t('mend everything that can be mended, or only this; can be given several times'),
      (id: string, before: readonly string[] | undefined) => [...(before ?? []), id],
    ),
  ).action(async (path: string | undefined, options: DoctorOptions) => {
    const { doctor } = await import('./commands/doctor.js');
    finish(await doctor(terminal, path, options));
  });

  const remote = add(
    'remote',
    t('Publish through a remote, so that a team shares its versions and LIVE.'),
    'botlane remote set origin\n  $ botlane remote fetch',
  );
  withFolder(remote.command('show').description(t('Tell through which remote the bot is published.'))).action(
    async (path: string | undefined, options: OutputOptions) => {
      const { showRemote } = await import('./commands/remote.js');
      finish(await showRemote(terminal, path, options));
    },
  );
  withFolder(
    remote
      .command('set')
      .description(t('Publish through this remote from now on.'))
      .argument('<name>', t('a remote of the repository, as “git remote” lists it'))
      .option('--send', t('send there what has been published in this repository only'), false),
  ).action(async (name: string, path: string | undefined, options: OutputOptions & { send: boolean }) => {
    const { setRemote } = await import('./commands/remote.js');
    finish(await setRemote(terminal, name, path, options));
  });
  withFolder(
    remote.command('unset').description(t('Publish in this repository only from now on; LIVE stays.')),
  ).action(async (path: string | undefined, options: OutputOptions) => {
    const { setRemote } = await import('./commands/remote.js');
    finish(await setRemote(terminal, undefined, path, options));
  });
  withFolder(remote.command('fetch').description(t('Fetch LIVE and the versions from the remote.'))).action(
    async (path: string | undefined, options: OutputOptions) => {
      const { fetchRemote } = await import('./commands/remote.js');
      finish(await fetchRemote(terminal, path, options));
    },
  );
}
