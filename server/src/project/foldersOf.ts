import { parentOf, type Uri } from '../text/uri';

/** The folders above files that come and go, each for as long as there is a file in it, at any depth. */
export class FoldersOf {
  /** How many files and folders stand in each. */
  readonly #counts = new Map<Uri, number>();

  has(folder: Uri): boolean {
    return this.#counts.has(folder);
  }

  /** @param file one that is not among them yet */
  add(file: Uri): void {
    for (let folder = parentOf(file); folder !== ''; folder = parentOf(folder)) {
      const count = this.#counts.get(folder) ?? 0;
      this.#counts.set(folder, count + 1);
      if (count > 0) return;
    }
  }

  /** @param file one that is among them */
  delete(file: Uri): void {
    for (let folder = parentOf(file); folder !== ''; folder = parentOf(folder)) {
      const count = this.#counts.get(folder) ?? 0;
      if (count > 1) {
        this.#counts.set(folder, count - 1);
        return;
      }
      this.#counts.delete(folder);
    }
  }
}
