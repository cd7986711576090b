import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type AccessOrder,
  AccessOrderRequest,
  AccessRequest,
  AccountsRequest,
  type BotNode,
  type CredentialView,
  type GatewayAccess,
} from '../../../server/src/protocol';
import { pickBot } from '../pickBot';
import { ask } from '../requests';
import type { WorkspaceState } from '../workspaceState';
import type { GatewayConnection } from './gatewayConnection';

/** What the commands work with that give and take access. */
export interface AccessTools {
  readonly client: LanguageClient;
  readonly workspace: WorkspaceState;
  readonly connection: GatewayConnection;
}

type Way = 'password' | 'user' | 'team' | 'token' | 'draftToken' | 'join' | 'leave';

interface Refusal {
  readonly kind: 'refused';
  readonly reason: string;
}

interface Order {
  readonly order: AccessOrder;
  readonly draft?: boolean;
  /** What is said when it was done. */
  readonly said: string;
}

/** `Deploy: Give Access…`: lets somebody in to a bot at the gateway of the window. */
export async function giveAccess(tools: AccessTools, argument: unknown): Promise<void> {
  const bot = await pickBot(tools.workspace, argument);
  if (!bot) return;
  // Before anything is typed: a gateway that refuses says so now.
  const credentials = unlessRefused(await credentialsOf(tools, bot, false))?.credentials;
  if (!credentials) return;
  const way = await pickWay(bot);
  if (way === undefined) return;
  const chosen = await orderFor(tools, bot, way, credentials);
  const done = chosen && unlessRefused(await follow(tools, bot, chosen));
  if (!done) return;
  if (done.secret === undefined) void vscode.window.showInformationMessage(chosen.said);
  else await handOver(chosen.said, done.secret);
}

/** `Deploy: Take Access Away…`: who is signed in with it is signed out. */
export async function takeAccess(tools: AccessTools, argument: unknown): Promise<void> {
  const bot = await pickBot(tools.workspace, argument);
  const live = bot && unlessRefused(await credentialsOf(tools, bot, false));
  if (!live) return;
  const draft = unlessRefused(await credentialsOf(tools, bot, true));
  const all = [
    ...live.credentials.map((credential) => ({ credential, draft: false })),
    ...(draft?.credentials ?? []).map((credential) => ({ credential, draft: true })),
  ];
  if (all.length === 0) {
    if (!draft) return;
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is nothing to take away: {0} has no password, user, team or token.', bot.id),
    );
    return;
  }
  const picked = await vscode.window.showQuickPick(
    all.map(({ credential, draft: isDraft }) => ({
      label: wordsOf(credential),
      ...(isDraft && { description: vscode.l10n.t('draft') }),
      credential,
      draft: isDraft,
    })),
    { placeHolder: vscode.l10n.t('Who is not let in to {0} any more?', bot.id) },
  );
  if (!picked) return;
  const order = { kind: 'take', id: picked.credential.id } as const;
  const done = unlessRefused(await follow(tools, bot, { order, draft: picked.draft }));
  if (done) void vscode.window.showInformationMessage(vscode.l10n.t('Taken away: {0}.', picked.label));
}

/** Asks the gateway of the window; it may have stopped since the command was called. */
async function asked<T>(
  { connection }: AccessTools,
  request: (gateway: GatewayAccess) => Promise<T>,
): Promise<T | Refusal> {
  const gateway = await connection.access();
  if (gateway) return request(gateway);
  const reason = vscode.l10n.t('There is no gateway any more. Start one or connect to one, then try again.');
  return { kind: 'refused', reason };
}

function credentialsOf(tools: AccessTools, { root: bot }: BotNode, draft: boolean) {
  return asked(tools, (gateway) => ask(tools.client, AccessRequest, { bot, gateway, draft }));
}

function follow(
  tools: AccessTools,
  { root: bot }: BotNode,
  { order, draft = false }: Pick<Order, 'order' | 'draft'>,
) {
  return asked(tools, (gateway) => ask(tools.client, AccessOrderRequest, { bot, gateway, draft, order }));
}

/** Undefined when the gateway refused, which is said. */
function unlessRefused<T extends { readonly kind: string }>(
  outcome: T | Refusal,
): Exclude<T, Refusal> | undefined {
  if (!isRefusal(outcome)) return outcome as Exclude<T, Refusal>;
  void vscode.window.showErrorMessage(outcome.reason);
  return undefined;
}

function isRefusal(outcome: { readonly kind: string }): outcome is Refusal {
  return outcome.kind === 'refused';
}

async function pickWay(bot: BotNode): Promise<Way | undefined> {
  const ways: Record<Way, string> = {
    password: vscode.l10n.t('Set the password of the bot…'),
    user: vscode.l10n.t('Let a user in…'),
    team: vscode.l10n.t('Let a team in…'),
    join: vscode.l10n.t('Put a user into a team…'),
    leave: vscode.l10n.t('Take a user out of a team…'),
    token: vscode.l10n.t('Make an access token…'),
    draftToken: vscode.l10n.t('Make an access token for testers of the draft…'),
  };
  const picked = await vscode.window.showQuickPick(
    Object.entries(ways).map(([way, label]) => ({ label, way: way as Way })),
    { placeHolder: vscode.l10n.t('Who shall be let in to {0}?', bot.id) },
  );
  return picked?.way;
}

async function orderFor(
  tools: AccessTools,
  bot: BotNode,
  way: Way,
  credentials: readonly CredentialView[],
): Promise<Order | undefined> {
  switch (way) {
    case 'password': {
      const password = await askPassword(vscode.l10n.t('The new password of {0}', bot.id));
      if (password === undefined) return undefined;
      const said = vscode.l10n.t('{0} has a new password.', bot.id);
      return { order: { kind: 'give', credential: { kind: 'password', password } }, said };
    }
    case 'token':
    case 'draftToken': {
      const name = await askName(vscode.l10n.t('What the token is called in lists'));
      if (name === undefined) return undefined;
      const draft = way === 'draftToken';
      const others = draft ? unlessRefused(await credentialsOf(tools, bot, true))?.credentials : credentials;
      if (!others || !(await mayReplace(others, name))) return undefined;
      const said = vscode.l10n.t('The token {0} is made. Keep it now: it is not told again.', name);
      return {
        order: { kind: 'give', credential: { kind: 'token', name } },
        draft,
        said,
      };
    }
    case 'user': {
      const name = await pickUser(tools, bot, true);
      return name === undefined ? undefined : letIn(bot, 'user', name);
    }
    case 'team': {
      const name = await askName(vscode.l10n.t('Name of the team'));
      return name === undefined ? undefined : letIn(bot, 'team', name);
    }
    case 'join':
    case 'leave': {
      const team = await askName(vscode.l10n.t('Name of the team'));
      const user = team === undefined ? undefined : await pickUser(tools, bot, way === 'join');
      if (team === undefined || user === undefined) return undefined;
      const said =
        way === 'join'
          ? vscode.l10n.t('{0} is in the team {1}.', user, team)
          : vscode.l10n.t('{0} is not in the team {1} any more.', user, team);
      return { order: { kind: way, team, user }, said };
    }
  }
}

function letIn(bot: BotNode, kind: 'user' | 'team', name: string): Order {
  const said = vscode.l10n.t(
    '{0} may sign in to {1} while its deployment asks for a password.',
    name,
    bot.id,
  );
  return { order: { kind: 'give', credential: { kind, name } }, said };
}

/** A new token takes the place of one that has its name: whoever uses that one shall not be shut out by accident. */
async function mayReplace(credentials: readonly CredentialView[], name: string): Promise<boolean> {
  if (!credentials.some((one) => one.kind === 'token' && one.name === name)) return true;
  const replace = vscode.l10n.t('Replace Token');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'There is a token {0} already. It is good for nothing any more when this one is made.',
      name,
    ),
    { modal: true },
    replace,
  );
  return answer === replace;
}

/** An account of the gateway, or one that is made now, where that makes sense. */
async function pickUser(tools: AccessTools, bot: BotNode, canBeNew: boolean): Promise<string | undefined> {
  const accounts = await asked(tools, (gateway) => ask(tools.client, AccountsRequest, { gateway }));
  // A token for some bots is told none, and may let the users in that there are.
  if (accounts.kind === 'refused') return askName(vscode.l10n.t('Name of the user'));
  const { names } = accounts;
  const create = { label: vscode.l10n.t('New account…'), isNew: true };
  const picked = await vscode.window.showQuickPick(
    [...names.map((label) => ({ label, isNew: false })), ...(canBeNew ? [create] : [])],
    { placeHolder: vscode.l10n.t('Which user?') },
  );
  if (!picked?.isNew) return picked?.label;
  const name = await askName(vscode.l10n.t('What the user signs in with'), (value) =>
    names.includes(value) ? vscode.l10n.t('There is an account {0} already.', value) : undefined,
  );
  const password =
    name === undefined ? undefined : await askPassword(vscode.l10n.t('The password of {0}', name));
  if (name === undefined || password === undefined) return undefined;
  const made = unlessRefused(await follow(tools, bot, { order: { kind: 'account', name, password } }));
  return made && name;
}

/** @param problemOf what is wrong with a name; undefined: nothing */
async function askName(
  prompt: string,
  problemOf: (name: string) => string | undefined = () => undefined,
): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    prompt,
    ignoreFocusOut: true,
    validateInput: (value) => problemOf(value.trim()),
  });
  return name?.trim() || undefined;
}

function askPassword(prompt: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({ prompt, password: true, ignoreFocusOut: true });
}

/** Gives the secret to the clipboard only, where the user asks for it: a notification stays and is seen by others. */
async function handOver(said: string, secret: string): Promise<void> {
  const copy = vscode.l10n.t('Copy Token');
  const answer = await vscode.window.showInformationMessage(said, { modal: true }, copy);
  if (answer === copy) await vscode.env.clipboard.writeText(secret);
}

function wordsOf({ kind, name }: CredentialView): string {
  switch (kind) {
    case 'password':
      return vscode.l10n.t('the password');
    case 'user':
      return vscode.l10n.t('user {0}', name);
    case 'team':
      return vscode.l10n.t('team {0}', name);
    case 'token':
      return vscode.l10n.t('token {0}', name);
  }
}
