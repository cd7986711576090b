import { t } from '@vscode/l10n';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { ADMIN_SCOPES, type AdminScopeName } from '../admin/credentials';
import type { DeskOptions } from './commands/access';
import { withGateway } from './gatewayOption';
import type { AddCommand } from './liveCommands';
import type { Terminal } from './terminal';

type Load = () => Promise<typeof import('./commands/access')>;
const load: Load = () => import('./commands/access.js');

/** Adds `token` (the admin API's own) and `access` (who is let in to internal bots). */
export function addAccessCommands(terminal: Terminal, add: AddCommand, finish: (code: number) => void): void {
  addTokens(
    add(
      'token',
      t('Make and take back tokens of the admin API of a gateway.'),
      'botlane token create monitoring --scope read\n  $ botlane token revoke 7Q2m',
    ),
    terminal,
    finish,
  );
  addAccess(
    add(
      'access',
      t('Say who is let in to internal bots.'),
      'botlane access set-password choo-choo < password.txt\n  $ botlane access allow choo-choo --team support',
    ),
    terminal,
    finish,
  );
}

function addTokens(parent: Command, terminal: Terminal, finish: (code: number) => void): void {
  withDesk(parent.command('create').description(t('Make a token, and print it once.')))
    .argument('<name>', t('what it is called in lists and in the audit log'))
    .addOption(
      new Option('--scope <scope>', t('what it is good for; several times'))
        .choices(ADMIN_SCOPES)
        .argParser(scopeOf)
        .makeOptionMandatory(),
    )
    .option('--bot <bot>', t('good for this bot only; several times'), several, [])
    .option('--days <days>', t('how long it is good'), wholeDays)
    .action(async (name: string, options: DeskOptions & NewToken) => {
      const { atDesk, printSecret } = await load();
      const { scope: scopes, bot: bots, days } = options;
      const made = await atDesk(terminal, options, (desk) => desk.createToken({ name, scopes, bots, days }));
      finish(printSecret(terminal, options, made));
    });
  withDesk(parent.command('list').description(t('List tokens, the revoked ones too.'))).action(
    async (options: DeskOptions) => {
      const { atDesk, printTokens } = await load();
      finish(printTokens(terminal, options, await atDesk(terminal, options, (desk) => desk.tokens())));
    },
  );
  withDesk(parent.command('rotate').description(t('Give a token a new secret, and print it once.')))
    .argument('<id>', t('as “list” shows it'))
    .action(async (id: string, options: DeskOptions) => {
      const { atDesk, printSecret } = await load();
      finish(printSecret(terminal, options, await atDesk(terminal, options, (desk) => desk.rotateToken(id))));
    });
  withDesk(parent.command('revoke').description(t('Take a token back.')))
    .argument('<id>', t('as “list” shows it'))
    .action(async (id: string, options: DeskOptions) => {
      const { atDesk, printDone } = await load();
      const done = await atDesk(terminal, options, (desk) => desk.revokeToken(id));
      finish(printDone(terminal, options, done, t('{0} is good for nothing any more.', id)));
    });
}

interface NewToken {
  readonly scope: readonly AdminScopeName[];
  readonly bot: readonly string[];
  readonly days?: number;
}

function addAccess(parent: Command, terminal: Terminal, finish: (code: number) => void): void {
  addGrants(parent, terminal, finish);
  withDesk(parent.command('users').description(t('List the accounts of the gateway.'))).action(
    async (options: DeskOptions) => {
      const { atDesk, printCredentials } = await load();
      finish(printCredentials(terminal, options, await atDesk(terminal, options, (desk) => desk.users())));
    },
  );
  withDesk(
    parent
      .command('set-user')
      .description(t('Make an account, or give it a new password; read from standard input.')),
  )
    .argument('<name>', t('what the user signs in with'))
    .action(async (name: string, options: DeskOptions) => {
      const { atDesk, printDone, readPassword } = await load();
      const password = await readPassword(terminal);
      const done = await atDesk(terminal, options, (desk) => desk.setUser(name, password));
      finish(printDone(terminal, options, done, t('{0} has an account.', name)));
    });
  withDesk(parent.command('remove-user').description(t('End an account, wherever it is signed in.')))
    .argument('<name>', t('what the user signs in with'))
    .action(async (name: string, options: DeskOptions) => {
      const { atDesk, printDone } = await load();
      const done = await atDesk(terminal, options, (desk) => desk.removeUser(name));
      finish(printDone(terminal, options, done, t('{0} has no account any more.', name)));
    });
  withDesk(parent.command('members').description(t('List who is in a team.')))
    .argument('<team>', t('name of the team'))
    .action(async (team: string, options: DeskOptions) => {
      const { atDesk, printDone } = await load();
      const members = await atDesk(terminal, options, (desk) => desk.members(team));
      finish(printDone(terminal, options, members, members.join('\n')));
    });
  for (const [name, words] of [
    ['join', t('Put a user into a team.')],
    ['leave', t('Take a user out of a team.')],
  ] as const) {
    withDesk(parent.command(name).description(words))
      .argument('<team>', t('name of the team'))
      .argument('<user>', t('name of the account'))
      .action(async (team: string, user: string, options: DeskOptions) => {
        const { atDesk, printDone } = await load();
        const done = await atDesk(terminal, options, (desk) => desk[name](team, user));
        finish(printDone(terminal, options, done, t('Done.')));
      });
  }
}

function addGrants(parent: Command, terminal: Terminal, finish: (code: number) => void): void {
  const bot = t('name of the bot');
  const ofDraft = t('for the draft, which “botlane serve --draft” serves, instead of LIVE');
  withDesk(parent.command('list').description(t('List who is let in to a bot, the revoked ones too.')))
    .argument('<bot>', bot)
    .option('--draft', ofDraft, false)
    .action(async (name: string, options: DeskOptions & Draft) => {
      const { atDesk, printCredentials } = await load();
      const listed = await atDesk(terminal, options, (desk) => desk.credentials(keptUnder(name, options)));
      finish(printCredentials(terminal, options, listed));
    });
  withDesk(
    parent.command('set-password').description(t('Set the password of a bot; read from standard input.')),
  )
    .argument('<bot>', bot)
    .action(async (name: string, options: DeskOptions) => {
      const { atDesk, printDone, readPassword } = await load();
      const password = await readPassword(terminal);
      const done = await atDesk(terminal, options, (desk) => desk.give(name, { kind: 'password', password }));
      finish(printDone(terminal, options, done, t('{0} has a new password.', name)));
    });
  withDesk(parent.command('allow').description(t('Let a user or a team in to a bot.')))
    .argument('<bot>', bot)
    .addOption(new Option('--user <name>', t('name of the account')).conflicts('team'))
    .option('--team <name>', t('name of the team'))
    .action(
      async (name: string, options: DeskOptions & { user?: string; team?: string }, command: Command) => {
        const who = options.user ?? options.team;
        if (who === undefined) command.error(t('Say whom to let in: --user or --team.'));
        const kind = options.user === undefined ? 'team' : 'user';
        const { atDesk, printDone } = await load();
        const done = await atDesk(terminal, options, (desk) => desk.give(name, { kind, name: who }));
        const words = t('{0} may sign in to {1} while its deployment asks for a password.', who, name);
        finish(printDone(terminal, options, done, words));
      },
    );
  withDesk(parent.command('token').description(t('Make a bearer token for a bot, and print it once.')))
    .argument('<bot>', bot)
    .argument('<name>', t('what it is called in lists'))
    .option('--days <days>', t('how long it is good'), wholeDays)
    .option('--draft', ofDraft, false)
    .action(async (name: string, token: string, options: DeskOptions & Draft & { days?: number }) => {
      const { atDesk, printSecret } = await load();
      const order = { kind: 'token', name: token, days: options.days } as const;
      const made = await atDesk(terminal, options, (desk) => desk.give(keptUnder(name, options), order));
      finish(printSecret(terminal, options, made));
    });
  withDesk(parent.command('revoke').description(t('Let somebody in no more, and end what they began.')))
    .argument('<bot>', bot)
    .argument('<id>', t('as “list” shows it'))
    .option('--draft', ofDraft, false)
    .action(async (name: string, id: string, options: DeskOptions & Draft) => {
      const { atDesk, printDone } = await load();
      const done = await atDesk(terminal, options, (desk) => desk.take(keptUnder(name, options), id));
      finish(printDone(terminal, options, done, t('{0} lets nobody in to {1} any more.', id, name)));
    });
}

interface Draft {
  readonly draft: boolean;
}

/** Credentials of LIVE open no draft: those of the draft are kept under a name of its own. */
function keptUnder(bot: string, { draft }: Draft): string {
  return draft ? `${bot}@draft` : bot;
}

/** What commands take that work at a gateway, or in the database of one. */
function withDesk(command: Command): Command {
  return withGateway(command)
    .option(
      '--data <folder>',
      t('without a gateway: where the embedded database lies; in the git directory when absent'),
    )
    .addOption(
      new Option('--format <format>', t('how to print the result'))
        .choices(['pretty', 'json'])
        .default('pretty'),
    )
    .addHelpText(
      'after',
      t('Without a gateway the database is opened: DATABASE_URL, else the embedded one.'),
    );
}

function several(entry: string, before: readonly string[]): readonly string[] {
  return [...before, entry];
}

function scopeOf(text: string, before: readonly AdminScopeName[] = []): readonly AdminScopeName[] {
  const scope = ADMIN_SCOPES.find((one) => one === text);
  if (scope === undefined) throw new InvalidArgumentError(t('A scope is read, inbox or deploy.'));
  return [...before, scope];
}

function wholeDays(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(t('Say days, from 1 to 3650.'));
}
