import { foldName, type SymbolKind } from '../model/occurrence';
import { atOnce } from '../text/inPieces';
import type { Uri } from '../text/uri';
import { nameKey } from './fileNames';
import type { FileChanges } from './fileTable';
import type { MentionTable } from './mentions';
import type { ProjectFile } from './snapshot';
import { placeOf } from './sortedList';

/** Names of one kind, and beside each the file that defines it first. Both in the order of the files. */
interface NameList {
  readonly names: readonly string[];
  readonly homes: readonly Uri[];
}

const EMPTY: NameList = { names: [], homes: [] };

/** With more files at once it is cheaper to make the lists anew. */
const MOST_CHANGES = 32;

/** The names that the files of a bot define, by their kind, each once as it is first spelt. Immutable. */
export class NameLists {
  readonly #lists: ReadonlyMap<SymbolKind, NameList>;

  private constructor(lists: ReadonlyMap<SymbolKind, NameList>) {
    this.#lists = lists;
  }

  /** @param files in the order of their addresses */
  static of(files: ReadonlyMap<Uri, ProjectFile>): NameLists {
    return atOnce(NameLists.inSteps(files));
  }

  /** The same in steps, a file at a time. @param files in the order of their addresses */
  static *inSteps(files: ReadonlyMap<Uri, ProjectFile>): Generator<void, NameLists, void> {
    const lists = new Map<SymbolKind, { readonly names: string[]; readonly homes: Uri[] }>();
    const seen = new Set<string>();
    for (const file of files.values()) {
      for (const { symbol, name, key } of definedIn(file)) {
        if (seen.has(key)) continue;
        seen.add(key);
        const list = lists.get(symbol) ?? { names: [], homes: [] };
        lists.set(symbol, list);
        list.names.push(name);
        list.homes.push(file.uri);
      }
      yield;
    }
    return new NameLists(lists);
  }

  of(symbol: SymbolKind): readonly string[] {
    return (this.#lists.get(symbol) ?? EMPTY).names;
  }

  /**
   * The lists after a change, at the cost of copying those in which something differs; undefined when so much changed
   * that they are to be made anew.
   * @param before,now files and who mentions what, on either side of the change
   */
  with(changes: FileChanges, before: Side, now: Side): NameLists | undefined {
    if (changes.size > MOST_CHANGES) return undefined;
    const concerned = new Map<SymbolKind, Set<Uri>>();
    for (const [uri, file] of changes) {
      const old = [...definedIn(before.files.get(uri))];
      const own = [...definedIn(file)];
      if (old.length === own.length && old.every(({ symbol, name }, at) => isSame(own[at], symbol, name))) {
        continue;
      }
      // Whoever else defines the name may be the first by now, or not any more.
      for (const { symbol, key } of [...old, ...own]) {
        const homes = concerned.get(symbol) ?? new Set<Uri>();
        concerned.set(symbol, homes.add(uri));
        const [first] = before.mentions.of(key, 'definition');
        const [next] = now.mentions.of(key, 'definition');
        if (first === next) continue;
        for (const home of [first, next]) if (home !== undefined) homes.add(home);
      }
    }
    if (concerned.size === 0) return this;
    const lists = new Map(this.#lists);
    for (const [symbol, homes] of concerned) {
      let list = lists.get(symbol) ?? EMPTY;
      for (const uri of homes) list = withNamesOf(list, uri, namesFirstIn(uri, symbol, now));
      lists.set(symbol, list);
    }
    return new NameLists(lists);
  }
}

/** A bot on one side of a change. */
interface Side {
  readonly files: ReadonlyMap<Uri, ProjectFile>;
  readonly mentions: MentionTable;
}

interface Defined {
  readonly symbol: SymbolKind;
  readonly name: string;
  readonly key: string;
}

function* definedIn(file: ProjectFile | undefined): Generator<Defined, void, void> {
  for (const { symbol, name, role } of file?.occurrences ?? []) {
    if (role === 'definition') yield { symbol, name, key: nameKey(symbol, name) };
  }
}

function isSame(one: Defined | undefined, symbol: SymbolKind, name: string): boolean {
  return one?.symbol === symbol && one.name === name;
}

/** The names of a kind that no file before this one defines. */
function namesFirstIn(uri: Uri, symbol: SymbolKind, { files, mentions }: Side): readonly string[] {
  const names = new Map<string, string>();
  for (const one of definedIn(files.get(uri))) {
    const fold = foldName(one.name);
    if (one.symbol !== symbol || names.has(fold)) continue;
    if (mentions.of(one.key, 'definition')[0] === uri) names.set(fold, one.name);
  }
  return [...names.values()];
}

/** A list with other names of one file. */
function withNamesOf({ names, homes }: NameList, uri: Uri, own: readonly string[]): NameList {
  const start = placeOf(homes, uri);
  let end = start;
  while (homes[end] === uri) end++;
  return {
    names: [...names.slice(0, start), ...own, ...names.slice(end)],
    homes: [...homes.slice(0, start), ...own.map(() => uri), ...homes.slice(end)],
  };
}
