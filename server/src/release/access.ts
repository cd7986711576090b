import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BotSnapshot } from '../project/snapshot';
import { pathOf } from '../text/uri';
import type { BotId, Result } from './contract';
import { asBotId } from './git/names';
import { problem } from './git/problems';
import { openRepository } from './git/repository';
import type { Repository } from './git/repository';

/** A bot together with the repository that keeps its versions. */
export interface Access {
  readonly repository: Repository;
  readonly bot: BotId;
}

/** The only way to a repository. In a workspace that is not trusted it leads nowhere, and no process is started. */
export class Gatekeeper {
  readonly #trusted: boolean;
  readonly #repositories = new Map<string, Repository>();

  constructor(trusted: boolean) {
    this.#trusted = trusted;
  }

  get trusted(): boolean {
    return this.#trusted;
  }

  /** The repository around a bot's folder. Known ones are not asked for again while they are there. */
  async repository(bot: Pick<BotSnapshot, 'root'>): Promise<Result<Repository>> {
    if (!this.#trusted) return { ok: false, error: problem('untrusted') };
    if (!bot.root.startsWith('file:')) return { ok: false, error: problem('not-a-repository') };
    const folder = pathOf(bot.root);
    // Without this look git would have to be installed to say that there is no repository.
    const marker = nearestMarker(folder);
    if (marker === undefined) return { ok: false, error: problem('not-a-repository') };
    const key = `${folder}\n${marker}`;
    const known = this.#repositories.get(key);
    if (known && existsSync(known.gitDirectory)) return { ok: true, value: known };
    const opened = await openRepository(folder);
    if (opened.ok) this.#repositories.set(key, opened.value);
    return opened;
  }

  /** A bot that can be published from where it is. */
  async access(bot: Pick<BotSnapshot, 'root' | 'id'>): Promise<Result<Access>> {
    const repository = await this.repository(bot);
    if (!repository.ok) return repository;
    const id = asBotId(bot.id);
    if (!id) return { ok: false, error: problem('invalid-name', bot.id) };
    return { ok: true, value: { repository: repository.value, bot: id } };
  }
}

/** The nearest `.git` (a folder, or the file of a worktree or submodule) at or above a folder. */
function nearestMarker(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const marker = join(at, '.git');
    if (existsSync(marker)) return marker;
    if (dirname(at) === at) return undefined;
  }
}
