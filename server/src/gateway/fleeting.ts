export interface FleetingOptions<V> {
  /** Milliseconds after which an entry is forgotten at the earliest, and twice of them at the latest. */
  readonly kept: number;
  /** Weight of what is kept young; about as much again is kept old. */
  readonly most: number;
  readonly weight: (value: V, key: string) => number;
}

/**
 * Keeps entries for a while: in the young half first, then in the old one, which is dropped every `kept` milliseconds, or
 * when the young half is full. Bounded in time and in size.
 */
export class Fleeting<V> {
  readonly #options: FleetingOptions<V>;
  #young = new Map<string, V>();
  #old = new Map<string, V>();
  #weight = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: FleetingOptions<V>) {
    this.#options = options;
  }

  get(key: string): V | undefined {
    return this.#young.get(key) ?? this.#old.get(key);
  }

  set(key: string, value: V): void {
    const { most, weight } = this.#options;
    const before = this.#young.get(key);
    this.#weight += weight(value, key) - (before === undefined ? 0 : weight(before, key));
    this.#young.set(key, value);
    if (this.#weight > most) this.#age();
    this.#watch();
  }

  delete(key: string): void {
    const young = this.#young.get(key);
    if (young !== undefined) this.#weight -= this.#options.weight(young, key);
    this.#young.delete(key);
    this.#old.delete(key);
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
    this.#weight = 0;
  }

  /** Ages as long as there is something that can. */
  #watch(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#age();
      if (this.#old.size > 0) this.#watch();
    }, this.#options.kept).unref();
  }

  #age(): void {
    this.#old = this.#young;
    this.#young = new Map();
    this.#weight = 0;
  }
}
