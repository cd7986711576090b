import type { Span } from '../text/range';
import { closingQuote, endsWord, lineEnd } from './lineParts';
import type { CursorPath } from './cursorPath';

/** The part of a cursor's path that lies within brackets. */
export type FlowCursor = Pick<CursorPath, 'in' | 'prefix' | 'replace' | 'inside' | 'existingKeys' | 'keys'>;

interface FlowFrame {
  readonly kind: 'map' | 'list';
  readonly keys: { readonly name: string; readonly start: number }[];
  index: number;
  key: string;
  /** Behind the colon of an entry. */
  atValue: boolean;
}

interface Found {
  readonly frame: FlowFrame;
  /** How many brackets are open there. */
  readonly depth: number;
  readonly at: 'key' | 'value';
  readonly keys: (string | number)[];
  readonly prefix: string;
  readonly replace: Span;
  readonly inside: CursorPath['inside'];
}

/** Where `cursor` is within the brackets of `text[span]`, which may be unfinished. Undefined behind the last bracket and in comments. */
export function flowCursor(text: string, span: Span, cursor: number): FlowCursor | undefined {
  const walk = new FlowWalk(text, span, cursor);
  const found = walk.run();
  if (!found) return undefined;
  const { frame, at, keys, prefix, replace, inside } = found;
  const existingKeys =
    at === 'key' ? frame.keys.filter(({ start }) => start !== replace.start).map(({ name }) => name) : [];
  return { keys, in: at, existingKeys, prefix, replace, inside };
}

class FlowWalk {
  readonly #stack: FlowFrame[] = [];
  readonly #text: string;
  readonly #end: number;
  readonly #cursor: number;
  #at: number;
  #found: Found | undefined;

  constructor(text: string, span: Span, cursor: number) {
    this.#text = text;
    this.#at = span.start;
    this.#end = span.end;
    this.#cursor = cursor;
  }

  run(): Found | undefined {
    while (this.#at < this.#end) {
      if (this.#at >= this.#cursor) this.#gap();
      if (this.#found && this.#stack[this.#found.depth - 1] !== this.#found.frame) return this.#found;
      this.#step(this.#text.charAt(this.#at));
      if (this.#stack.length === 0) return this.#found;
    }
    this.#gap();
    return this.#found;
  }

  #step(unit: string): void {
    const top = this.#stack[this.#stack.length - 1];
    if (unit === '[' || unit === '{') {
      const kind = unit === '{' ? 'map' : 'list';
      this.#stack.push({ kind, keys: [], index: 0, key: '', atValue: false });
      this.#at++;
    } else if (unit === ']' || unit === '}') {
      this.#stack.pop();
      this.#at++;
    } else if (unit === ',' && top) {
      top.index++;
      top.atValue = false;
      this.#at++;
    } else if (unit === ':' && top) {
      top.atValue = true;
      this.#at++;
    } else if (' \t\r\n'.includes(unit)) {
      this.#at++;
    } else if (unit === '#') {
      this.#comment();
    } else {
      this.#token(unit);
    }
  }

  #comment(): void {
    const end = Math.min(this.#end, lineEnd(this.#text, this.#at));
    this.#at = end;
    if (this.#cursor <= end && !this.#found) this.#at = this.#end; // in a comment: nothing is found
    if (this.#at === this.#end) this.#stack.length = 0;
  }

  #token(unit: string): void {
    const start = this.#at;
    const quoted = unit === '"' || unit === "'";
    const close = quoted ? closingQuote(this.#text, start, this.#end) : undefined;
    const end = quoted ? (close ?? this.#end) : this.#plainEnd(start);
    const inner = { start: quoted ? start + 1 : start, end: quoted && close !== undefined ? end - 1 : end };
    const behind = quoted && close !== undefined ? end - 1 : end;
    if (this.#cursor >= inner.start && this.#cursor <= behind) {
      this.#find(inner, quoted ? (unit === '"' ? 'double-quoted' : 'single-quoted') : 'plain');
    }
    const top = this.#stack[this.#stack.length - 1];
    if (top?.kind === 'map' && !top.atValue) {
      top.key = this.#text.slice(inner.start, inner.end);
      top.keys.push({ name: top.key, start: inner.start });
    }
    this.#at = end;
  }

  #plainEnd(start: number): number {
    let at = start + 1;
    while (at < this.#end) {
      const unit = this.#text.charAt(at);
      if (',[]{}\n'.includes(unit)) break;
      if (unit === ':' && (endsWord(this.#text, at + 1) || ',[]{}'.includes(this.#text.charAt(at + 1))))
        break;
      if (unit === '#' && endsWord(this.#text, at - 1)) break;
      at++;
    }
    while (at > start + 1 && endsWord(this.#text, at - 1)) at--;
    return at;
  }

  /** The cursor stands where nothing is. */
  #gap(): void {
    this.#find({ start: this.#cursor, end: this.#cursor }, 'plain');
  }

  #find(replace: Span, inside: CursorPath['inside']): void {
    const frame = this.#stack[this.#stack.length - 1];
    if (this.#found || !frame) return;
    const at = frame.kind === 'map' && !frame.atValue ? 'key' : 'value';
    const keys = this.#stack.map((one) => (one.kind === 'map' ? one.key : one.index));
    if (at === 'key') keys.pop();
    const prefix = this.#text.slice(replace.start, this.#cursor);
    this.#found = { frame, depth: this.#stack.length, at, keys, prefix, replace, inside };
  }
}
