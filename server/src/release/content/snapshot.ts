import { decode } from '../../files/decode';
import { definitionKindOf } from '../../files/definitionNames';
import { makeBotSnapshot } from '../../project/botSnapshot';
import type { BotSnapshot, ProjectFile } from '../../project/snapshot';
import { TextFile } from '../../project/textFile';
import { joinUri } from '../../text/uri';
import type { Uri } from '../../text/uri';
import type { BotFiles } from '../contract';

/** Addresses of LIVE's files start with this. */
export function liveRoot(bot: string): Uri {
  return `botlive:/${bot}`;
}

/** Addresses of a version's files start with this. */
export function versionRoot(bot: string, version: number): Uri {
  return `botversion:/${bot}/v${version}`;
}

/**
 * Puts files together to a bot: the one that would be live, LIVE itself, a version. What has been parsed before from the
 * same text at the same address is taken over from `known`; the others are parsed when somebody looks into them. Undefined
 * when there is no bot.yaml.
 *
 * @param uriOf address of a file by its path
 */
export function botOf(
  root: Uri,
  files: BotFiles,
  uriOf: (path: string) => Uri = (path) => joinUri(root, path),
  known: readonly BotSnapshot[] = [],
): BotSnapshot | undefined {
  const parsed: ProjectFile[] = [];
  let botFile: ProjectFile | undefined;
  for (const [path, bytes] of files) {
    const file = projectFile(uriOf(path), path, bytes, known);
    if (!file) continue;
    parsed.push(file);
    if (path === 'bot.yaml') botFile = file;
  }
  // The same files are the same bot: what rules and features remember about it stays of use.
  const same = known.find((bot) => bot.root === root && isMadeOf(bot, parsed));
  if (same) return same;
  parsed.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
  return botFile && makeBotSnapshot(root, botFile, new Map(parsed.map((file) => [file.uri, file])));
}

function isMadeOf(bot: BotSnapshot, files: readonly ProjectFile[]): boolean {
  return bot.files.size === files.length && files.every((file) => bot.files.get(file.uri) === file);
}

function projectFile(
  uri: Uri,
  path: string,
  bytes: Uint8Array,
  known: readonly BotSnapshot[],
): ProjectFile | undefined {
  const kind = definitionKindOf(path.slice(path.lastIndexOf('/') + 1));
  if (!kind) return undefined;
  const reading = decode(bytes);
  for (const bot of known) {
    const file = bot.files.get(uri);
    if (file && reading.ok && isTextOf(file, reading.text)) return file;
  }
  return new TextFile(uri, kind, reading);
}

function isTextOf(file: ProjectFile, text: string): boolean {
  if (file instanceof TextFile) return file.holds(text);
  return !file.syntax.unreadable && file.syntax.text === text;
}
