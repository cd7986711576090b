import type { ProjectFile } from '../../project/snapshot';

/** What is known of a file, part by part. It refers to no earlier file, or all of them would be kept. */
interface Known<Part> {
  readonly parts: readonly Part[];
  /** What is different since the parts of an earlier file. */
  since: readonly Part[] | undefined;
  changes: readonly Change<Part>[] | undefined;
}

type Change<Part> = readonly [before: Part, now: Part];

/**
 * Tells which parts of a file an edit made others, so that tables that say something of every part can tell that they still
 * say what they said.
 */
export class ChangedParts<Part extends object> {
  readonly #partsIn: (file: ProjectFile) => readonly Part[];
  readonly #known = new WeakMap<ProjectFile, Known<Part>>();

  /** @param partsIn the same objects for parts that an edit left alone; it must depend on nothing but the file */
  constructor(partsIn: (file: ProjectFile) => readonly Part[]) {
    this.#partsIn = partsIn;
  }

  /**
   * The parts that are not the same objects as before. Undefined where that is not known: nothing was asked about the
   * file then, or it has more parts now, or fewer.
   */
  since(before: ProjectFile, now: ProjectFile): readonly Change<Part>[] | undefined {
    const known = this.#of(now);
    const earlier = this.#known.get(before);
    if (earlier && known.since !== earlier.parts) {
      known.since = earlier.parts;
      known.changes = changesBetween(earlier.parts, known.parts);
    }
    return earlier && known.changes;
  }

  #of(file: ProjectFile): Known<Part> {
    let known = this.#known.get(file);
    if (!known) {
      known = { parts: this.#partsIn(file), since: undefined, changes: undefined };
      this.#known.set(file, known);
    }
    return known;
  }
}

function changesBetween<Part>(
  before: readonly Part[],
  now: readonly Part[],
): readonly Change<Part>[] | undefined {
  if (before.length !== now.length) return undefined;
  const changes: Change<Part>[] = [];
  for (let place = 0; place < now.length; place++) {
    const [old, own] = [before[place], now[place]];
    if (old !== own && old !== undefined && own !== undefined) changes.push([old, own]);
  }
  return changes;
}
