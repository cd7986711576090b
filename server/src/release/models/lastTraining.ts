import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrainingSummary } from '../../nlp/contract';
import type { Result } from '../contract';
import { sha256 } from '../content/hashes';
import type { Repository } from '../git/repository';
import { cacheFolder, folderRevision, writeWhole } from './modelStore';

/**
 * What was trained last for a bot and language in this worktree: the summary of the training data, so that "stale" can
 * say what changed. A convenience; losing it loses no model.
 */
export class LastTraining {
  readonly #folder: string;

  /** @param root folder of the bot (a path) */
  constructor(repository: Repository | undefined, root: string) {
    // A bot's name may change while its folder stays, and outside of a repository folders are all that tells bots apart.
    this.#folder = join(trainingFolder(repository), sha256(root).slice(0, 16));
  }

  async read(language: string): Promise<TrainingSummary | undefined> {
    try {
      return parse(JSON.parse(await readFile(this.#file(language), 'utf8')));
    } catch {
      return undefined;
    }
  }

  write(summary: TrainingSummary): Promise<Result<undefined>> {
    const json = { ...summary, intents: [...summary.intents], entities: [...summary.entities] };
    return writeWhole(this.#folder, this.#file(summary.language), Buffer.from(JSON.stringify(json)));
  }

  /** Another number whenever something was trained here; 0 when nothing was. */
  revision(): number {
    return folderRevision(this.#folder);
  }

  #file(language: string): string {
    return join(this.#folder, `${sha256(language).slice(0, 16)}.json`);
  }
}

/** Where a worktree's summaries lie, in a folder for each bot; outside of a repository, in the user's cache folder. */
export function trainingFolder(repository: Repository | undefined): string {
  return join(repository ? join(repository.gitDirectory, 'botlane') : cacheFolder(), 'trained');
}

function parse(json: unknown): TrainingSummary | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { trainer, language, input, intents, entities } = json as Readonly<Record<string, unknown>>;
  const parsedIntents = pairs(intents);
  const parsedEntities = pairs(entities);
  if (typeof trainer !== 'string' || typeof language !== 'string' || typeof input !== 'string')
    return undefined;
  return parsedIntents && parsedEntities
    ? { trainer, language, input, intents: parsedIntents, entities: parsedEntities }
    : undefined;
}

function pairs(value: unknown): ReadonlyMap<string, string> | undefined {
  if (!Array.isArray(value)) return undefined;
  const map = new Map<string, string>();
  for (const pair of value) {
    if (!Array.isArray(pair)) return undefined;
    const [name, hash] = pair as readonly unknown[];
    if (typeof name !== 'string' || typeof hash !== 'string') return undefined;
    map.set(name, hash);
  }
  return map;
}
