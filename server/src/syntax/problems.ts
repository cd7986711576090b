import { t } from '@vscode/l10n';
import type { Span } from '../text/range';
import type { SyntaxProblem } from './tree';

/** Codes of the mistakes that the parser itself sees. */
export type SyntaxCode =
  | 'syntax/yaml'
  | 'syntax/duplicate-key'
  | 'syntax/alias'
  | 'syntax/unsupported'
  | 'syntax/empty-document'
  | 'syntax/too-large'
  | 'syntax/too-complex'
  | 'syntax/unreadable'
  | 'syntax/encoding';

/** Gathers the problems of one file up to a limit, so that a file of a million mistakes stays a short list. */
export class ProblemList {
  readonly #problems: SyntaxProblem[] = [];
  readonly #limit: number;
  #firstLeftOut: Span | undefined;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get full(): boolean {
    return this.#problems.length >= this.#limit;
  }

  get count(): number {
    return this.#problems.length;
  }

  /** Where the problems so far start. */
  starts(): number[] {
    return this.#problems.map(({ span }) => span.start);
  }

  /** Forgets what came behind the first `count`, when something is read again in another way. */
  keepFirst(count: number): void {
    if (count < this.#limit) this.#firstLeftOut = undefined;
    this.#problems.length = count;
  }

  add(code: SyntaxCode, span: Span, message: string): void {
    if (this.full) this.#firstLeftOut ??= span;
    else this.#problems.push({ code, message, span });
  }

  /** In the order of the file; the last one says that there are more when the limit was reached. */
  list(): SyntaxProblem[] {
    const sorted = this.#problems.toSorted((a, b) => a.span.start - b.span.start);
    if (this.#firstLeftOut) {
      sorted.push({
        code: 'syntax/too-complex',
        message: t(
          'This file has more than {0} mistakes of syntax. Only the first {0} are shown: mend them first.',
          this.#limit,
        ),
        span: this.#firstLeftOut,
      });
    }
    return sorted;
  }
}
