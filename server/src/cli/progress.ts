import type { Terminal } from './terminal';

/** A line that is drawn again while something runs, on a terminal; nothing when piped. */
export class ProgressLine {
  readonly #terminal: Terminal;
  #shown = '';

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  show(text: string): void {
    if (!this.#terminal.interactive || text === this.#shown) return;
    this.#shown = text;
    this.#terminal.err(`\r\u001b[K${text}`);
  }

  clear(): void {
    if (this.#shown !== '') this.#terminal.err('\r\u001b[K');
    this.#shown = '';
  }
}
