import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, chromium, type Page } from 'playwright-core';

/** How to get a window with the installed package; scripts/stages/userInterface.mjs writes it. */
type Session = (
  | {
      readonly kind: 'browser';
      readonly chromium: string;
      readonly args: string[];
      readonly origin: string;
      readonly untrusted: { readonly origin: string };
      /** What another server is started with. */
      readonly server: readonly [codeServer: unknown, profile: unknown];
    }
  | {
      readonly kind: 'desktop';
      readonly executable: string;
      readonly args: string[];
      readonly env: Record<string, string>;
      readonly untrusted: { readonly args: string[] };
    }
) & {
  /** A copy of the example bot, in a git repository of its own. */
  readonly example: string;
  /** A folder that is removed at the end. */
  readonly scratch: string;
};

/** A window of VS Code before anything in it is known. */
export interface Window {
  readonly page: Page;
  close(): Promise<void>;
}

const size = { width: 1280, height: 800 };

function readSession(): Session {
  const file = process.env['BOTLANE_E2E_SESSION'];
  if (!file) throw new Error('These tests need a VS Code: run them by `npm test -- build interface`.');
  return JSON.parse(readFileSync(file, 'utf8')) as Session;
}

/**
 * Makes a workspace to work on: a copy of the example in a git repository of its own, with one commit.
 * @returns its absolute path; the blank in it is meant
 */
export function newWorkspace(): string {
  const session = readSession();
  const folder = path.join(mkdtempSync(path.join(session.scratch, 'work ')), path.basename(session.example));
  cpSync(session.example, folder, { recursive: true });
  return folder;
}

/** The folder below which everything is that the windows and their extensions write. */
export function scratchFolder(): string {
  return readSession().scratch;
}

/** Runs git in a workspace, to see what the extension did there. Returns what it prints, without blanks around. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
}

/** Runs the command line on the workspace, to begin a story where it gets interesting. */
export function botlane(folder: string, command: string, ...args: string[]): void {
  execFileSync(process.execPath, [path.resolve('dist', 'cli.js'), command, folder, ...args], {
    stdio: 'pipe',
  });
}

/** What differs from the window that most stories have. */
export interface WindowOptions {
  /** False for a window that does not trust the folder. */
  readonly trusted?: boolean;
  /** Variables that the extension finds in its environment beside the usual ones, in a window that trusts the folder. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Opens a window on the folder, in a browser of its own: no state of another window reaches it. */
export async function openWindow(
  folder: string,
  { trusted = true, env }: WindowOptions = {},
): Promise<Window> {
  const session = readSession();
  if (session.kind === 'desktop') {
    const { executable } = session;
    const { args } = trusted ? session : session.untrusted;
    const app = await _electron.launch({
      executablePath: executable,
      args: [...args, folder],
      env: { ...session.env, ...env },
    });
    const page = await app.firstWindow();
    await page.setViewportSize(size);
    return { page, close: () => app.close() };
  }
  const server = env && (await serverWith(session.server, env));
  const browser = await chromium.launch({ executablePath: session.chromium, args: session.args });
  const page = await browser.newPage({ viewport: size, locale: 'en-US' });
  const { origin } = server ?? (trusted ? session : session.untrusted);
  await page.goto(`${origin}/?folder=${encodeURIComponent(folder)}`);
  const close = async (): Promise<void> => {
    await browser.close();
    await server?.stop();
  };
  return { page, close };
}

interface Server {
  readonly origin: string;
  stop(): Promise<void>;
}

/** The environment of a window in a browser is that of its server: it gets one of its own. */
async function serverWith(
  [codeServer, profile]: readonly [unknown, unknown],
  env: Readonly<Record<string, string>>,
): Promise<Server> {
  const script = (name: string): string => pathToFileURL(path.resolve('scripts', 'host', name)).href;
  const { startCodeServer } = (await import(script('codeServer.mjs'))) as {
    readonly startCodeServer: (codeServer: unknown, profile: unknown, options: unknown) => Promise<Server>;
  };
  const { withUserDataOfItsOwn } = (await import(script('profile.mjs'))) as {
    readonly withUserDataOfItsOwn: (profile: unknown) => unknown;
  };
  return startCodeServer(codeServer, withUserDataOfItsOwn(profile), { trusted: true, env });
}

/**
 * Where a picture goes: into the documentation when `UPDATE_IMAGES=1`, else to a folder that is removed at the end.
 */
export function imageFile(name: string): string {
  const documentation = process.env['UPDATE_IMAGES'] === '1';
  const folder = documentation ? path.resolve('docs', 'images') : path.join(readSession().scratch, 'images');
  mkdirSync(folder, { recursive: true });
  return path.join(folder, `${name}.png`);
}

/** Where the picture of a failure goes. It stays, so that somebody can look at it. */
export function evidenceFile(name: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'botlane-failure-'));
  return path.join(folder, `${name.replaceAll(/[^\w]+/g, '-').slice(0, 80)}.png`);
}
