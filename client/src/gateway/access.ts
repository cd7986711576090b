import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type AccessOrder,
  type AccessOutcome,
  AccessRequest,
  type BotNode,
  type CredentialView,
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
type Standing = Extract<AccessOutcome, { readonly kind: 'access' }>;

interface Order {
  readonly order: AccessOrder;
  readonly draft?: boolean;
  /** What is said when it was done. */
  readonly said: string;
}

/** `Deploy: Give Access…`: lets somebody in to a bot at the gateway of the window. */
export async function giveAccess(tools: AccessTools, argument: unknown): Promise<void> {
  const bot = await pickBot(tools.workspace, argument);
  const standing = bot && (await standingOf(tools, bot));
  if (!standing) return;
  const way = await pickWay(bot);
  if (way === undefined) return;
  const chosen = await orderFor(tools, bot, way, standing);
  if (!chosen) return;
  const done = await standingOf(tools, bot, chosen);
  if (!done) return;
  if (done.secret === undefined) void vscode.window.showInformationMessage(chosen.said);
  else await handOver(chosen.said, done.secret);
}

/** `Deploy: Take Access Away…`: who is signed in with it is signed out. */
export async function takeAccess(tools: AccessTools, argument: unknown): Promise<void> {
  const bot = await pickBot(tools.workspace, argument);
  const standing = bot && (await standingOf(tools, bot));
  if (!standing) return;
  const draft = await askFor(tools, bot, { draft: true });
  const all = [
    ...standing.credentials.map((credential) => ({ credential, draft: false })),
    ...(draft?.kind === 'access' ? draft.credentials : []).map((credential) => ({ credential, draft: true })),
  ];
  if (all.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nobody is let in to {0}.', bot.id));
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
  const done = await standingOf(tools, bot, { order, draft: picked.draft });
  if (done) void vscode.window.showInformationMessage(vscode.l10n.t('Taken away: {0}.', picked.label));
}

/** Asks the gateway; undefined without one. */
async function askFor(
  { client, connection }: AccessTools,
  bot: BotNode,
  what: { readonly order?: AccessOrder; readonly draft?: boolean } = {},
): Promise<AccessOutcome | undefined> {
  const gateway = await connection.access();
  const { order, draft = false } = what;
  return gateway && ask(client, AccessRequest, { bot: bot.root, gateway, draft, ...(order && { order }) });
}

/** How it stands, after `what`; undefined when the gateway refused, which was said. */
async function standingOf(...question: Parameters<typeof askFor>): Promise<Standing | undefined> {
  const outcome = await askFor(...question);
  if (outcome?.kind !== 'refused') return outcome;
  void vscode.window.showErrorMessage(outcome.reason);
  return undefined;
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
  standing: Standing,
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
      const said = vscode.l10n.t('The token {0} is made. Keep it now: it is not told again.', name);
      return {
        order: { kind: 'give', credential: { kind: 'token', name } },
        draft: way === 'draftToken',
        said,
      };
    }
    case 'user': {
      const name = await pickUser(tools, bot, standing);
      return name === undefined ? undefined : letIn(bot, 'user', name);
    }
    case 'team': {
      const name = await askName(vscode.l10n.t('Name of the team'));
      return name === undefined ? undefined : letIn(bot, 'team', name);
    }
    case 'join':
    case 'leave': {
      const team = await askName(vscode.l10n.t('Name of the team'));
      const user = team === undefined ? undefined : await pickUser(tools, bot, standing);
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
  const said = vscode.l10n.t('{0} is let in to {1}.', name, bot.id);
  return { order: { kind: 'give', credential: { kind, name } }, said };
}

/** An account of the gateway, or one that is made now. */
async function pickUser(tools: AccessTools, bot: BotNode, { users }: Standing): Promise<string | undefined> {
  const create = { label: vscode.l10n.t('New account…'), isNew: true };
  const picked = await vscode.window.showQuickPick(
    [...users.map((label) => ({ label, isNew: false })), create],
    { placeHolder: vscode.l10n.t('Which user?') },
  );
  if (!picked?.isNew) return picked?.label;
  const name = await askName(vscode.l10n.t('What the user signs in with'));
  const password =
    name === undefined ? undefined : await askPassword(vscode.l10n.t('The password of {0}', name));
  if (name === undefined || password === undefined) return undefined;
  const made = await standingOf(tools, bot, { order: { kind: 'account', name, password } });
  return made && name;
}

async function askName(prompt: string): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({ prompt, ignoreFocusOut: true });
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
