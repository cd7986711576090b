import type { Comment } from '../tree';
import { CR, DASH, HASH, isBlank, LF, SPACE, TAB } from './characters';
import { refuse } from './refusal';

/** Goes through the lines of a text that hold more than blanks and a comment. */
export class LineCursor {
  /** Offset of the character it stands at; the end when nothing follows. */
  at = 0;
  /** Column of that character; -1 at the end. */
  column = -1;
  protected readonly text: string;
  protected readonly end: number;
  readonly #comments: Comment[];

  /** @param comments where comments are put as they are passed. */
  constructor(text: string, end: number, comments: Comment[]) {
    this.text = text;
    this.end = end;
    this.#comments = comments;
  }

  /** Where the line it stands in starts. */
  get lineStart(): number {
    return this.column === -1 ? this.end : this.at - this.column;
  }

  /** Goes to the first content from the start of a line on. */
  toContent(lineStart: number): void {
    const text = this.text;
    let start = lineStart;
    for (;;) {
      let at = start;
      let unit = text.charCodeAt(at);
      while (unit === SPACE) unit = text.charCodeAt(++at);
      if (at >= this.end) {
        this.at = this.end;
        this.column = -1;
        return;
      }
      if (unit === LF) start = at + 1;
      else if (unit === CR) start = at + 2;
      else if (unit === HASH) start = this.#comment(at);
      else if (unit === TAB) refuse();
      else {
        this.at = at;
        this.column = at - start;
        return;
      }
    }
  }

  /** Goes on behind what ends at `at`: blanks and a comment may follow on its line. */
  toNext(at: number): void {
    let behind = at;
    let unit = this.text.charCodeAt(behind);
    while (unit === SPACE) unit = this.text.charCodeAt(++behind);
    if (behind >= this.end) this.toContent(this.end);
    else if (unit === LF) this.toContent(behind + 1);
    else if (unit === CR) this.toContent(behind + 2);
    else if (unit === HASH && behind > at) this.toContent(this.#comment(behind));
    else refuse();
  }

  protected isDash(at: number): boolean {
    return this.text.charCodeAt(at) === DASH && isBlank(this.text.charCodeAt(at + 1));
  }

  /** True where nothing but a comment follows on the line. */
  protected isLineOver(at: number): boolean {
    const unit = this.text.charCodeAt(at);
    return unit === LF || unit === CR || unit === HASH || Number.isNaN(unit);
  }

  protected skipSpaces(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === SPACE) at++;
    return at;
  }

  /** Takes note of the comment at `at`; where the next line starts. */
  #comment(at: number): number {
    const newline = this.text.indexOf('\n', at);
    const end = newline === -1 ? this.text.length : newline;
    const span = { start: at, end: this.text.charCodeAt(end - 1) === CR ? end - 1 : end };
    this.#comments.push({ text: this.text.slice(at + 1, span.end).trim(), span });
    return newline === -1 ? end : newline + 1;
  }
}
