/**
 * A map of which every version stays readable while only the newest one holds a table: an older version keeps what
 * differs from its successor (Baker's version trees). A change costs as much as the keys that change, a look-up in the
 * newest version as much as in a Map, and one in an older version a step per change made since. An older version that
 * nobody holds any more is gone with its differences.
 */
export class VersionedMap<K, V> {
  #table: Map<K, V> | undefined;
  #newer: { readonly map: VersionedMap<K, V>; readonly before: ReadonlyMap<K, V | undefined> } | undefined;

  /** @param table handed over: the map changes it from now on */
  constructor(table: Map<K, V>) {
    this.#table = table;
  }

  get(key: K): V | undefined {
    let table = this.#table;
    for (let newer = this.#newer; newer; newer = newer.map.#newer) {
      if (newer.before.has(key)) return newer.before.get(key);
      table = newer.map.#table;
    }
    return table?.get(key);
  }

  /**
   * The next version, in which some keys have another value; undefined takes a key out.
   * @throws Error when this is not the newest version: only one line of versions is kept
   */
  with(changes: ReadonlyMap<K, V | undefined>): VersionedMap<K, V> {
    const table = this.#table;
    if (!table) throw new Error('Only the newest version of a map can be changed.');
    const before = new Map<K, V | undefined>();
    for (const [key, value] of changes) {
      before.set(key, table.get(key));
      if (value === undefined) table.delete(key);
      else table.set(key, value);
    }
    const map = new VersionedMap(table);
    this.#table = undefined;
    this.#newer = { map, before };
    return map;
  }
}
