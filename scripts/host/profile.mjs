// @ts-check
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../lib/cleanup.mjs';

/**
 * @typedef {object} Profile Everything that VS Code writes, in a temporary folder.
 * @property {string} folder
 * @property {string} userData settings and state
 * @property {string} extensions installed extensions
 * @property {Record<string, string | undefined>} env what differs from the environment of this script
 */

/** Nothing that calls home, updates itself or stands between a person and the extension. */
const calmSettings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
  'git.autofetch': false,
  // The browser's default is to save after a second; the desktop's is not to, and unsaved text is worth seeing.
  'files.autoSave': 'off',
};

/** What makes two runs of a suite alike: no native dialogs, nothing that blinks or moves. */
const testSettings = {
  'files.simpleDialog.enable': true,
  'window.dialogStyle': 'custom',
  'window.titleBarStyle': 'custom',
  'window.menuStyle': 'custom',
  'window.restoreWindows': 'none',
  // A folder that nobody trusts yet opens as one that is not trusted.
  'security.workspace.trust.startupPrompt': 'never',
  'window.newWindowDimensions': 'default',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.reduceMotion': 'on',
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  // Says how long ago somebody committed, which is something else in every run.
  'git.blame.statusBarItem.enabled': false,
  'terminal.integrated.shellIntegration.enabled': false,
};

/**
 * Variables that would steer the VS Code that we start: those of a VS Code whose terminal this script runs in, those
 * that code-server reads (a PORT in the environment would override the port that we ask for), and those of a git hook.
 */
const foreignVariables =
  /^(VSCODE_|ELECTRON_|CODE_SERVER_|PORT$|PASSWORD$|HASHED_PASSWORD$|LOG_LEVEL$|NODE_OPTIONS$|npm_)/;

/**
 * @param {'person' | 'tests'} purpose the tests get a home folder of their own, with a git identity, too
 * @returns {Profile}
 */
export function makeProfile(purpose) {
  const folder = temporaryFolder(purpose === 'tests' ? 'test' : 'start');
  const userData = path.join(folder, 'user');
  const extensions = path.join(folder, 'extensions');
  mkdirSync(path.join(userData, 'User'), { recursive: true });
  mkdirSync(extensions);
  const settings = purpose === 'tests' ? { ...calmSettings, ...testSettings } : calmSettings;
  writeFileSync(path.join(userData, 'User', 'settings.json'), JSON.stringify(settings, undefined, 2));
  const foreign = Object.keys(process.env).filter((name) => foreignVariables.test(name));
  /** @type {Profile['env']} */
  const env = Object.fromEntries(foreign.map((name) => [name, undefined]));
  return { folder, userData, extensions, env: purpose === 'tests' ? { ...env, ...testHome(folder) } : env };
}

/**
 * The same extensions and settings, for a VS Code that runs beside the other one.
 * @param {Profile} profile
 * @returns {Profile}
 */
export function withUserDataOfItsOwn(profile) {
  const userData = mkdtempSync(`${profile.userData}-`);
  cpSync(path.join(profile.userData, 'User'), path.join(userData, 'User'), { recursive: true });
  return { ...profile, userData };
}

/** @param {string} folder @returns {Profile['env']} */
function testHome(folder) {
  const home = path.join(folder, 'home');
  mkdirSync(home);
  writeFileSync(
    path.join(home, '.gitconfig'),
    '[user]\n\tname = Botlane Test\n\temail = test@botlane.invalid\n[init]\n\tdefaultBranch = main\n[commit]\n\tgpgSign = false\n',
  );
  // `Bot: Start Gateway` would ask about it.
  const database = ['DATABASE_URL'];
  const xdg = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME', 'XDG_RUNTIME_DIR'];
  const git = Object.keys(process.env).filter((name) => name.startsWith('GIT_'));
  return {
    ...Object.fromEntries([...database, ...xdg, ...git].map((name) => [name, undefined])),
    HOME: home,
    USERPROFILE: home,
    GIT_CONFIG_NOSYSTEM: '1',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
  };
}
