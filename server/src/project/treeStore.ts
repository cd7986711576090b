import type { FileReading } from '../files/fileSystem';
import { makeProjectFile, type ProjectFile } from '../model/projectFile';
import { parseFile } from '../syntax/parse';
import type { SyntaxFile } from '../syntax/tree';
import type { Uri } from '../text/uri';
import { OutdatedSnapshotError } from './outdated';
import { StoredFile, type TreeSource } from './storedFile';

/**
 * UTF-16 units of text whose trees are kept for files that are not open: those used last. A tree takes about eleven times
 * the memory of its text.
 */
const KEPT_TEXT = 4 * 1024 * 1024;

/** The trees of a project's files: who has one, and how to get one back. */
export class TreeStore implements TreeSource {
  turn = 0;
  readonly #read: (uri: Uri) => FileReading;
  /** Files that hold more than their summary, in the order of the turns in which they were used last. */
  readonly #loaded = new Set<StoredFile>();
  /** UTF-16 units of their text. */
  #size = 0;
  readonly #outdated = new Set<Uri>();

  constructor(read: (uri: Uri) => FileReading) {
    this.#read = read;
  }

  /** A new file from its tree. */
  store(syntax: SyntaxFile): StoredFile {
    const file = new StoredFile(makeProjectFile(syntax), this);
    this.#add(file);
    return file;
  }

  load(file: StoredFile): ProjectFile {
    return makeProjectFile(parseFile(file.uri, file.kind, { ok: true, text: this.text(file) }));
  }

  text(file: StoredFile): string {
    const reading = this.#read(file.uri);
    if (!reading.ok || !file.holds(reading.text)) {
      this.#outdated.add(file.uri);
      throw new OutdatedSnapshotError(file.uri);
    }
    this.#add(file);
    return reading.text;
  }

  unpacked(file: StoredFile): void {
    this.#add(file);
  }

  used(file: StoredFile): void {
    // One that was replaced is not among them, and stays with those who hold it.
    if (this.#loaded.delete(file)) this.#loaded.add(file);
  }

  /** Files of which it turned out that they are not any more what is known of them; each is told once. */
  takeOutdated(): readonly Uri[] {
    const uris = [...this.#outdated];
    this.#outdated.clear();
    return uris;
  }

  /** The file was replaced or went: it keeps its tree for those who hold an older snapshot, and leaves with them. */
  forget(file: StoredFile): void {
    this.#remove(file);
  }

  /**
   * Forgets trees that nobody is known to need, one per step, those used longest ago first. Take a step between two pieces
   * of work, never within one: what was loaded is not the same objects afterwards. Costs what is forgotten, and not what
   * is there: this begins anew after every key stroke.
   *
   * @param open files whose trees stay in any case; those of bot.yaml stay, too
   * @param budget UTF-16 units of other files' text whose trees stay
   */
  *release(open: ReadonlySet<StoredFile>, budget = KEPT_TEXT): Generator<void, void, void> {
    const { turn } = this;
    this.turn++;
    let inAnyCase = 0;
    for (const file of open) if (this.#loaded.has(file)) inAnyCase += file.length;
    for (const file of this.#loaded) {
      // Used since this began, as are all that follow.
      if (file.usedIn > turn || this.#size - inAnyCase <= budget) return;
      if (open.has(file)) continue;
      this.#remove(file);
      file.release();
      yield;
    }
  }

  #add(file: StoredFile): void {
    // A bot is asked for its bot.yaml in every turn.
    if (file.kind === 'bot' || this.#loaded.has(file)) return;
    this.#loaded.add(file);
    this.#size += file.length;
  }

  #remove(file: StoredFile): void {
    if (this.#loaded.delete(file)) this.#size -= file.length;
  }
}
