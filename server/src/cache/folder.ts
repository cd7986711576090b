import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Where this user's programs keep what can be made again: never in a workspace. `XDG_CACHE_HOME` counts on every system,
 * so that a build server can name a folder that it keeps.
 */
export function cacheFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const named = environment['XDG_CACHE_HOME'];
  if (named !== undefined && isAbsolute(named)) return join(named, 'botlane');
  const local = environment['LOCALAPPDATA'];
  if (platform === 'win32' && local !== undefined) return join(local, 'botlane', 'Cache');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'botlane');
  return join(homedir(), '.cache', 'botlane');
}
