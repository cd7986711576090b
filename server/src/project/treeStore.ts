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

/** Summing up so many files takes about as long as parsing one. */
const FILES_A_STEP = 32;

/** The trees of a project's files: who has one, and how to get one back. */
export class TreeStore implements TreeSource {
  turn = 0;
  readonly #read: (uri: Uri) => FileReading;
  /** Files that hold more than their summary. */
  readonly #loaded = new Set<StoredFile>();
  readonly #outdated = new Set<Uri>();

  constructor(read: (uri: Uri) => FileReading) {
    this.#read = read;
  }

  /** A new file from its tree. */
  store(syntax: SyntaxFile): StoredFile {
    const file = new StoredFile(makeProjectFile(syntax), this);
    this.#loaded.add(file);
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
    this.#loaded.add(file);
    return reading.text;
  }

  unpacked(file: StoredFile): void {
    this.#loaded.add(file);
  }

  /** Files of which it turned out that they are not any more what is known of them; each is told once. */
  takeOutdated(): readonly Uri[] {
    const uris = [...this.#outdated];
    this.#outdated.clear();
    return uris;
  }

  /** The file was replaced or went: it keeps its tree for those who hold an older snapshot, and leaves with them. */
  forget(file: StoredFile): void {
    this.#loaded.delete(file);
  }

  /**
   * Forgets trees that nobody is known to need, a few per step. Take a step between two pieces of work, never within
   * one: what was loaded is not the same objects afterwards.
   *
   * @param isOpen files whose trees stay in any case; those of bot.yaml stay, too
   * @param budget UTF-16 units of other files' text whose trees stay, those used last first
   */
  *release(isOpen: (uri: Uri) => boolean, budget = KEPT_TEXT): Generator<void, void, void> {
    const { turn } = this;
    this.turn++;
    let left = budget;
    let step = 0;
    for (const file of [...this.#loaded].sort((a, b) => b.usedIn - a.usedIn)) {
      if (file.kind === 'bot' || isOpen(file.uri) || file.usedIn > turn) continue;
      left -= file.length;
      if (left >= 0) continue;
      file.release();
      if (!file.loaded) this.#loaded.delete(file);
      if (++step % FILES_A_STEP === 0) yield;
    }
  }
}
