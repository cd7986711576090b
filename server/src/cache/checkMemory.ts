import { NodeFileSystem, definitionPaths } from '../files/nodeFileSystem';
import type { FileReading } from '../files/fileSystem';
import type { BotSnapshot, ProjectSnapshot } from '../project/snapshot';
import { fileUri } from '../text/uri';
import { type CacheEntries, sha256 } from './entries';
import { isRacy, type Stamp, stampOf } from './stamps';

/** What a check said. */
export interface CheckOutput {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** By what LIVE of a bot is found. */
export type BotPlace = Pick<BotSnapshot, 'root' | 'id'>;

/** What a check depends on beside files and options. */
export interface LiveSource {
  /** A text that is another one whenever LIVE of one of the bots may be; undefined when that cannot be told. */
  revision(bots: readonly BotPlace[]): Promise<string | undefined>;
  /** When LIVE changes by itself next (milliseconds since 1970), of bots whose LIVE was read. */
  nextChange(project: ProjectSnapshot): Promise<number | undefined>;
}

interface Entry {
  readonly takenAt: number;
  readonly paths: readonly string[];
  readonly stamps: readonly string[];
  /** SHA-256 of each text; null for a file that could not be read as one. */
  readonly hashes: readonly (string | null)[];
  readonly bots: readonly BotPlace[];
  readonly liveRevision: string;
  /** Milliseconds since 1970; null when LIVE does not change by itself. */
  readonly validUntil: number | null;
  readonly output: CheckOutput;
}

export interface CheckMemoryOptions {
  readonly entries: CacheEntries;
  /** Everything else that the output depends on: program, options, where from. */
  readonly key: string;
  /** Path of the folder that is checked. */
  readonly folder: string;
  readonly live: LiveSource;
  /** For tests: other disks, other clocks. */
  readonly stampOf?: (path: string) => Stamp | undefined;
  readonly now?: () => number;
}

/**
 * Remembers what a check of a folder said. It is said again when there are the same files with the same content, and the
 * same is live: a file whose stamp is the same is taken for the same, unless it is racy; of any other the content counts.
 */
export class CheckMemory {
  readonly #options: CheckMemoryOptions;
  readonly #key: string;
  readonly #takenAt: number;
  readonly #paths: readonly string[];
  readonly #stamps: readonly (Stamp | undefined)[];
  #liveRevision: string | undefined;

  /** Takes the stamps: make it before any file is read. */
  constructor(options: CheckMemoryOptions) {
    this.#options = options;
    this.#key = `${options.key}\n${options.folder}`;
    this.#takenAt = (options.now ?? Date.now)();
    this.#paths = definitionPaths(options.folder).sort();
    this.#stamps = this.#paths.map(options.stampOf ?? stampOf);
  }

  /** What the check said when everything was as it is now. */
  async recall(): Promise<CheckOutput | undefined> {
    const { entries, live, now = Date.now } = this.#options;
    const entry = entries.read(this.#key) as Entry | undefined;
    if (!entry || !isSameList(entry.paths, this.#paths)) return undefined;
    const reread = this.#paths.flatMap((path, index) =>
      this.#isKnown(entry, index) ? [] : [{ path, index }],
    );
    const files = new NodeFileSystem();
    for (const { path, index } of reread) {
      const hash = hashOf(files.read(fileUri(path)));
      if (hash === null || hash !== entry.hashes[index]) return undefined;
    }
    if (entry.validUntil !== null && entry.validUntil <= now()) return undefined;
    if ((await live.revision(entry.bots)) !== entry.liveRevision) return undefined;
    if (reread.length > 0) this.#write({ ...entry, takenAt: this.#takenAt, stamps: this.#texts() });
    return entry.output;
  }

  /** Takes note of what is live: call it before LIVE is read. */
  async noteLive(bots: readonly BotPlace[]): Promise<void> {
    this.#liveRevision = await this.#options.live.revision(bots);
  }

  /** Remembers what the check of these files said, when it can be told later that nothing is another. */
  async keep(project: ProjectSnapshot, output: CheckOutput): Promise<void> {
    const hashes = this.#paths.map((path) => {
      const syntax = project.file(fileUri(path))?.syntax;
      return syntax && !syntax.unreadable ? sha256(syntax.text) : null;
    });
    const read = project.orphans.length + project.bots.reduce((sum, { files }) => sum + files.size, 0);
    if (read !== this.#paths.length) return;
    const bots = project.bots.map(({ root, id }) => ({ root, id }));
    const liveRevision = this.#liveRevision;
    if (liveRevision === undefined) return;
    const validUntil = (await this.#options.live.nextChange(project)) ?? null;
    const entry = { paths: this.#paths, hashes, bots, liveRevision, validUntil, output };
    this.#write({ ...entry, takenAt: this.#takenAt, stamps: this.#texts() });
  }

  #isKnown(entry: Entry, index: number): boolean {
    const stamp = this.#stamps[index];
    return stamp !== undefined && stamp.text === entry.stamps[index] && !isRacy(stamp, entry.takenAt);
  }

  #texts(): readonly string[] {
    return this.#stamps.map((stamp) => stamp?.text ?? '');
  }

  #write(entry: Entry): void {
    this.#options.entries.write(this.#key, entry);
  }
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function hashOf(reading: FileReading): string | null {
  return reading.ok ? sha256(reading.text) : null;
}
