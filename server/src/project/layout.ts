import { inPieces } from '../text/inPieces';
import { parentOf, type Uri } from '../text/uri';
import { type FilesOfOneBot, makeBotSnapshot } from './botSnapshot';
import { FileTable } from './fileTable';
import type { BotSnapshot, ProjectFile, ProjectSnapshot } from './snapshot';
import { byCodeUnit } from './sortedList';

/** Which files belong to which bot, and which to none. */
export interface Layout {
  /** By the folder that holds the bot.yaml, in the order of these. */
  readonly bots: Map<Uri, FilesOfOneBot>;
  readonly orphans: FileTable;
}

/** Deals files out in steps: each belongs to the bot of the nearest folder with a bot.yaml. */
export function* dealtOut(files: ReadonlyMap<Uri, ProjectFile>): Generator<void, Layout, void> {
  const roots = new Map<Uri, ProjectFile>();
  yield* inPieces(files, ([uri, file]) => {
    if (file.kind === 'bot') roots.set(parentOf(uri), file);
  });
  const members = new Map<Uri, Map<Uri, ProjectFile>>([...roots.keys()].map((root) => [root, new Map()]));
  const orphans = new Map<Uri, ProjectFile>();
  // Sorting addresses takes less than reading one file, also when there are tens of thousands. They are ASCII.
  yield* inPieces([...files.keys()].sort(), (uri) => {
    const file = files.get(uri);
    const root = nearestRoot(roots, uri);
    if (file) (root === undefined ? orphans : members.get(root))?.set(uri, file);
  });
  const bots = [...roots]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([root, file]) => [root, makeBotSnapshot(root, file, members.get(root) ?? new Map())] as const);
  return { bots: new Map(bots), orphans: FileTable.of(orphans) };
}

/** The workspace as its files were dealt out. */
export class DealtOut implements ProjectSnapshot {
  readonly bots: readonly BotSnapshot[];
  readonly orphans: readonly ProjectFile[];
  readonly #byRoot: ReadonlyMap<Uri, BotSnapshot>;
  readonly #orphans: FileTable;

  constructor(byRoot: ReadonlyMap<Uri, BotSnapshot>, orphans: FileTable) {
    this.bots = [...byRoot.values()];
    this.orphans = [...orphans.values()];
    this.#byRoot = byRoot;
    this.#orphans = orphans;
  }

  botOf(file: Uri): BotSnapshot | undefined {
    const root = nearestRoot(this.#byRoot, file);
    return root === undefined ? undefined : this.#byRoot.get(root);
  }

  file(uri: Uri): ProjectFile | undefined {
    return this.botOf(uri)?.files.get(uri) ?? this.#orphans.get(uri);
  }
}

/** The nearest folder above `uri` that is a key of `roots`. */
export function nearestRoot(roots: ReadonlyMap<Uri, unknown>, uri: Uri): Uri | undefined {
  for (let folder = parentOf(uri); folder.includes('/'); folder = parentOf(folder)) {
    if (roots.has(folder)) return folder;
  }
  return undefined;
}
