import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { botlane, scratchFolder } from './session';
import type { Workbench } from './workbench';

/** Waits for the notification that the gateway runs, and gives the address in it. */
export async function gatewayAddress({ messages }: Workbench): Promise<string> {
  const notification = messages.notification('The gateway runs at').first();
  await notification.waitFor();
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(await notification.innerText())?.[0];
  assert.ok(address);
  return address;
}

/** Sends JSON to a gateway, which must take it. Gives the part of the answer that stories need. */
export async function post(url: string, body: unknown): Promise<{ readonly conversation: string }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.ok(answer.ok, `${url}: ${answer.status}`);
  return (await answer.json()) as { readonly conversation: string };
}

/** Makes the example in a workspace live, for everybody. */
export function goLive(workspace: string): void {
  botlane(workspace, 'train');
  botlane(workspace, 'publish', '--full', '--notes', 'The train bot goes live');
  const open = ['deploy', 'visibility', 'public', workspace];
  execFileSync(process.execPath, [path.resolve('dist', 'cli.js'), ...open], { stdio: 'pipe' });
}

/** The folders of embedded databases that the gateways of all windows have made so far. */
export function embeddedDatabases(): string[] {
  const users = foldersIn(scratchFolder()).filter((folder) => path.basename(folder).startsWith('user'));
  return users
    .flatMap((user) => foldersIn(path.join(user, 'User', 'workspaceStorage')))
    .flatMap(foldersIn)
    .map((storage) => path.join(storage, 'gateway', 'database', 'postgresql'))
    .filter((folder) => existsSync(folder));
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(folder, entry.name));
}
