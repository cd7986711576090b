import { t } from '@vscode/l10n';
import { type Command, InvalidArgumentError, Option, Argument } from 'commander';
import type { DeploymentChange } from '../release/contract';
import { isZone, ownTimeZone } from '../text/timeZone';
import type { OutputOptions } from './commands/command';
import { withFolder } from './folderOption';
import type { AddCommand } from './liveCommands';
import type { Terminal } from './terminal';

type Action = Extract<DeploymentChange, { kind: 'schedule' }>['action'];

/** `botlane deploy …`: who may talk to the bot, and when. */
export function addDeployCommands(terminal: Terminal, add: AddCommand, finish: (code: number) => void): void {
  const parent = add(
    'deploy',
    t('Tell and change who can talk to LIVE, and when.'),
    'botlane deploy visibility public\n  $ botlane deploy schedule live --number 4 --at 2026-12-01T09:00 --zone Europe/Brussels',
  );
  const change = async (
    what: DeploymentChange,
    path: string | undefined,
    options: OutputOptions,
  ): Promise<void> => {
    const { deploy } = await import('./commands/deploy.js');
    finish(await deploy(terminal, what, path, options));
  };

  withFolder(parent.command('show').description(t('Tell how LIVE is deployed.'))).action(
    async (path: string | undefined, options: OutputOptions) => {
      const { showDeployment } = await import('./commands/deploy.js');
      finish(await showDeployment(terminal, path, options));
    },
  );
  withFolder(parent.command('activate').description(t('Let LIVE answer.'))).action(
    (path: string | undefined, options: OutputOptions) =>
      change({ kind: 'status', status: 'active' }, path, options),
  );
  withFolder(
    parent.command('deactivate').description(t('Let LIVE answer with its dialog “disabled” only.')),
  ).action((path: string | undefined, options: OutputOptions) =>
    change({ kind: 'status', status: 'inactive' }, path, options),
  );
  withFolder(
    parent
      .command('visibility')
      .description(t('Let everybody in, or only those with a credential.'))
      .addArgument(new Argument('<visibility>', t('who is let in')).choices(['public', 'internal'])),
  ).action((visibility: 'public' | 'internal', path: string | undefined, options: OutputOptions) =>
    change({ kind: 'visibility', visibility }, path, options),
  );
  withFolder(
    parent
      .command('access')
      .description(
        t('Say with what an internal bot lets people in. The credential itself is set in the gateway.'),
      )
      .addArgument(
        new Argument('<method>', t('the kind of credential')).choices(['password', 'token', 'none']),
      ),
  ).action((method: 'password' | 'token' | 'none', path: string | undefined, options: OutputOptions) =>
    change({ kind: 'access', access: method === 'none' ? null : method }, path, options),
  );
  addScheduling(parent, change);
}

function addScheduling(
  parent: Command,
  change: (what: DeploymentChange, path: string | undefined, options: OutputOptions) => Promise<void>,
): void {
  withFolder(
    parent
      .command('schedule')
      .description(t('Schedule a change. It happens only if LIVE is then what it is expected to be now.'))
      .addArgument(
        new Argument('<action>', t('what shall happen')).choices(['activate', 'deactivate', 'live']),
      )
      .requiredOption('--at <time>', t('what the clock shows then, such as 2026-12-01T09:00'))
      .addOption(
        new Option(
          '--zone <zone>',
          t('the time zone of that clock; by default that of this computer'),
        ).argParser(knownZone),
      )
      .option('--number <version>', t('the version to make live'), wholeNumber),
  ).action(
    (
      action: Action,
      path: string | undefined,
      options: OutputOptions & { at: string; zone?: string; number?: number },
      command: Command,
    ) => {
      // Asked for here, not as the option's default: it takes longer than all else that is done before a command runs.
      const { at, zone = ownTimeZone(), number } = options;
      if ((action === 'live') !== (number !== undefined)) {
        command.error(t('Say which version with --number for “live”, and only for that.'));
      }
      const version = number === undefined ? {} : { version: number };
      return change({ kind: 'schedule', action, at, zone, ...version }, path, options);
    },
  );
  withFolder(
    parent
      .command('unschedule')
      .description(t('Take an entry out of the schedule.'))
      .argument('<entry>', t('its number, as “botlane deploy show” tells it'), wholeNumber),
  ).action((id: number, path: string | undefined, options: OutputOptions) =>
    change({ kind: 'unschedule', id }, path, options),
  );
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(t('It is a number such as 3.'));
}

function knownZone(text: string): string {
  if (isZone(text)) return text;
  throw new InvalidArgumentError(t('Say a time zone such as Europe/Brussels or UTC.'));
}
