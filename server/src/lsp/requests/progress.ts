import { WorkDoneProgress } from 'vscode-languageserver';
import type { Session } from '../session';

/** Steps of a long request, shown by the client under the token that came with it; nothing without a token. */
export class Progress {
  readonly #session: Session;
  readonly #token: string | undefined;
  #begun = false;
  #shown = '';

  constructor(session: Session, token: string | undefined) {
    this.#session = session;
    this.#token = token;
  }

  /** @param percentage from 0 to 100 */
  report(message: string, percentage: number): void {
    const text = `${percentage} ${message}`;
    if (this.#token === undefined || text === this.#shown) return;
    this.#shown = text;
    const { connection } = this.#session;
    if (this.#begun) {
      void connection.sendProgress(WorkDoneProgress.type, this.#token, {
        kind: 'report',
        message,
        percentage,
      });
      return;
    }
    this.#begun = true;
    void connection.sendProgress(WorkDoneProgress.type, this.#token, {
      kind: 'begin',
      title: message,
      message,
      percentage,
      cancellable: true,
    });
  }

  end(): void {
    if (this.#token === undefined || !this.#begun) return;
    void this.#session.connection.sendProgress(WorkDoneProgress.type, this.#token, { kind: 'end' });
  }
}
