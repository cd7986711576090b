import { type FSWatcher, watch } from 'node:fs';
import { isFoundIn } from '../../files/definitionNames';
import { NodeFileSystem } from '../../files/nodeFileSystem';
import type { Model } from '../../nlp/contract';
import { loadModel } from '../../nlp/loadModel';
import { snapshotOf } from '../../project/project';
import type { BotSnapshot } from '../../project/snapshot';
import type { BotId, Releases } from '../../release/contract';
import { asBotId } from '../../release/git/names';
import type { Repository } from '../../release/git/repository';
import { createReleases } from '../../release/service';
import { fileUri, joinUri } from '../../text/uri';
import { contentOf } from './content';
import type { BotInForce } from './contract';
import { type DraftStamp, stampOfDrafts } from './draftStamp';

/** Editors write a file in several steps. */
const SETTLED_MS = 100;

/** The bots of the working tree, for testers. They follow what is saved and what is trained. */
export class Drafts {
  readonly #folder: string;
  readonly #repository: Repository;
  readonly #releases: Releases = createReleases({ trusted: true });
  #bots: ReadonlyMap<string, BotInForce> = new Map();
  #models: ReadonlyMap<string, Model> = new Map();
  /** Of what was read last. */
  #stamp: DraftStamp | undefined;
  #watcher: FSWatcher | undefined;
  #settling: NodeJS.Timeout | undefined;

  /** @param folder path of a bot, or of a folder with bots below it */
  constructor(folder: string, repository: Repository) {
    this.#folder = folder;
    this.#repository = repository;
  }

  get ids(): readonly BotId[] {
    return [...this.#bots.values()].map(({ bot }) => bot);
  }

  get(bot: string): BotInForce | undefined {
    return this.#bots.get(bot);
  }

  /** Calls `changed` when files of bots were saved; where a folder cannot be watched, only `read` finds out. */
  watch(changed: () => void): void {
    const root = fileUri(this.#folder);
    try {
      this.#watcher = watch(this.#folder, { recursive: true, persistent: false }, (_event, path) => {
        if (path !== null && !isFoundIn(root, joinUri(root, path.replaceAll('\\', '/')))) return;
        clearTimeout(this.#settling);
        this.#settling = setTimeout(changed, SETTLED_MS).unref();
      });
      this.#watcher.on('error', () => this.#watcher?.close());
    } catch {
      // The system has no watches left, or knows none that reach below a folder.
    }
  }

  /** Reads the working tree anew when something in it may have changed. Of two bots of one name the first counts. */
  async read(): Promise<void> {
    // Taken before the reading: what changes meanwhile is seen at the next look.
    const stamp = stampOfDrafts(this.#folder, this.#repository);
    if (this.#stamp && !this.#stamp.isRacy && this.#stamp.text === stamp.text) return;
    const bots = new Map<string, BotInForce>();
    const used = new Map<string, Model>();
    for (const snapshot of snapshotOf(new NodeFileSystem(), [fileUri(this.#folder)]).bots) {
      const bot = asBotId(snapshot.id);
      if (bot && !bots.has(bot)) bots.set(bot, await this.#inForce(bot, snapshot, used));
    }
    this.#models = used;
    this.#bots = bots;
    this.#stamp = stamp;
  }

  close(): void {
    clearTimeout(this.#settling);
    this.#watcher?.close();
  }

  async #inForce(bot: BotId, snapshot: BotSnapshot, used: Map<string, Model>): Promise<BotInForce> {
    const models = new Map<string, Model>();
    for (const { value: language } of snapshot.settings?.item.languages ?? []) {
      const found = await this.#releases.draftModel(snapshot, language);
      if (!found.ok || !found.value) continue;
      const { artifact, bytes } = found.value.model;
      const known = this.#models.get(artifact) ?? used.get(artifact);
      const loaded = known ? ({ ok: true, model: known } as const) : loadModel(bytes);
      if (!loaded.ok) continue;
      models.set(language, loaded.model);
      used.set(artifact, loaded.model);
    }
    const {
      title,
      active,
      isExpression,
      channels,
      models: find,
    } = contentOf(snapshot, 'draft', null, models);
    return {
      bot,
      environment: 'draft',
      version: null,
      commit: null,
      title,
      // Nobody but testers: a draft is never public.
      deployment: { visibility: 'internal', access: 'token', status: 'active' },
      runnable: active,
      models: find,
      isExpression,
      channels,
    };
  }
}
