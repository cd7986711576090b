import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isRacy, stampOf } from '../../cache/stamps';
import { definitionPaths } from '../../files/nodeFileSystem';
import type { Repository } from '../../release/git/repository';
import { trainingFolder } from '../../release/models/lastTraining';
import { modelFolder } from '../../release/models/modelStore';

/** What the file system says of everything that drafts are made of, without a file being read. */
export interface DraftStamp {
  readonly text: string;
  /** Something changed so lately that it can change once more without another stamp. */
  readonly isRacy: boolean;
}

/** @param folder path of a bot, or of a folder with bots below it */
export function stampOfDrafts(folder: string, repository: Repository): DraftStamp {
  const takenAt = Date.now();
  const lines: string[] = [];
  let racy = false;
  // Models and what is noted of a training get their names when they are written: their folders tell of them.
  const models = [modelFolder(repository), trainingFolder(repository)].flatMap(withSubfolders);
  for (const path of [...definitionPaths(folder).sort(), ...models]) {
    const stamp = stampOf(path);
    lines.push(`${path} ${stamp?.text ?? ''}`);
    racy ||= stamp !== undefined && isRacy(stamp, takenAt);
  }
  return { text: lines.join('\n'), isRacy: racy };
}

function withSubfolders(folder: string): readonly string[] {
  try {
    return [
      folder,
      ...readdirSync(folder)
        .sort()
        .map((name) => join(folder, name)),
    ];
  } catch {
    return []; // nothing was trained yet
  }
}
