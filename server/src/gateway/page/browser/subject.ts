/** Who listens to an observable, as the draft of ECMAScript has it. */
export interface Observer<T> {
  next(value: T): void;
  error?(error: unknown): void;
  complete?(): void;
}

/** An observable that tells everything from its beginning to everybody who comes. */
export class Subject<T> {
  readonly #told: T[] = [];
  readonly #observers = new Set<Observer<T>>();

  next(value: T): void {
    this.#told.push(value);
    for (const observer of this.#observers) observer.next(value);
  }

  subscribe(listener: Observer<T> | ((value: T) => void)): { unsubscribe(): void } {
    const observer = typeof listener === 'function' ? { next: listener } : listener;
    this.#observers.add(observer);
    for (const value of this.#told) observer.next(value);
    return { unsubscribe: () => void this.#observers.delete(observer) };
  }
}

/** An observable of one value that is made when somebody listens. */
export function observableOf<T>(make: () => Promise<T>): {
  subscribe(observer: Observer<T>): { unsubscribe(): void };
} {
  return {
    subscribe(observer) {
      let isWanted = true;
      const tell = async (): Promise<void> => {
        try {
          const value = await make();
          if (!isWanted) return;
          observer.next(value);
          observer.complete?.();
        } catch (error) {
          if (isWanted) observer.error?.(error);
        }
      };
      void tell();
      return { unsubscribe: () => (isWanted = false) };
    },
  };
}
