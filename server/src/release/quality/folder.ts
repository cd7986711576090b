import { dirname, join } from 'node:path';
import type { BotSnapshot } from '../../project/snapshot';
import type { Releases } from '../contract';
import type { Repository } from '../git/repository';
import { cacheFolder, folderRevision, modelFolder } from '../models/modelStore';

/**
 * Where what was measured of a bot's NLP is remembered (a path): beside the models, in the repository's git directory;
 * outside of one, in the user's cache folder. All of it can be measured again.
 */
export async function measuredFolder(releases: Releases, bot: BotSnapshot): Promise<string> {
  const common = await releases.commonDirectory(bot);
  return join(common === undefined ? cacheFolder() : join(common, 'botlane'), 'measured');
}

/** The same for who knows the folder of the models. */
export function measuredBeside(models: string): string {
  return join(dirname(models), 'measured');
}

/** Another number whenever something was remembered; 0 when nothing is. Files are put into the folder as a whole. */
export function measuredRevision(repository: Repository | undefined): number {
  return folderRevision(measuredBeside(modelFolder(repository)));
}
