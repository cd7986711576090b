import type { Terminal } from './terminal';

/** A terminal that also remembers what it was told. */
export class RecordingTerminal implements Terminal {
  readonly #terminal: Terminal;
  readonly #out: string[] = [];
  readonly #err: string[] = [];

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  get cwd(): string {
    return this.#terminal.cwd;
  }

  get interactive(): boolean {
    return this.#terminal.interactive;
  }

  get color(): boolean {
    return this.#terminal.color;
  }

  out(text: string): void {
    this.#out.push(text);
    this.#terminal.out(text);
  }

  err(text: string): void {
    this.#err.push(text);
    this.#terminal.err(text);
  }

  get said(): { readonly out: string; readonly err: string } {
    return { out: this.#out.join(''), err: this.#err.join('') };
  }
}
