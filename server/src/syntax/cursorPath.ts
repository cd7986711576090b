import type { Span } from '../text/range';
import { documentSpans } from './documentSpans';
import { flowCursor } from './flowCursor';
import { lineEnd, lineStart, skipBlanks } from './lineParts';
import type { LineParts, ValuePart } from './lineParts';
import { Outline } from './outline';
import type { Frame } from './outline';
import { readLine } from './readLine';

/** Where a cursor stands, told by indentation, so that it works in files that do not parse. */
export interface CursorPath {
  /** Keys and indices from the root: to the map (`key`), to the value itself (`value`), or to the list (`item`). */
  readonly keys: (string | number)[];
  /** `item`: on a blank line of a list, where `- ` is still to be written. */
  readonly in: 'key' | 'value' | 'item';
  /** The keys that the map has beside the one at the cursor; empty unless `in` is `key`. */
  readonly existingKeys: string[];
  /** What is written of the key or value before the cursor; within a text block, of its line. */
  readonly prefix: string;
  /** The whole key or value that a completion would replace, without quotes; within a text block its line. */
  readonly replace: Span;
  /** How many blanks are missing before a key or item for it to stand in the column of its map or list; none when absent. */
  readonly indent?: number;
  /** The lines below stand deeper than a key here would: they would be its value. */
  readonly opens?: true;
  /** How the text at the cursor is written. */
  readonly inside: 'plain' | 'single-quoted' | 'double-quoted' | 'block';
  /** The document that the cursor is in, from behind its separator. */
  readonly document: Span;
}

type Place = Omit<CursorPath, 'document'>;

/**
 * What a cursor at `offset` completes. Undefined in comments, on document separators, and behind a closed value where
 * nothing can follow.
 */
export function pathAtCursor(file: { readonly text: string }, offset: number): CursorPath | undefined {
  const { text } = file;
  const document = documentSpans(text).find(({ start, end }) => start <= offset && offset <= end);
  if (!document || isBehindSeparator(text, document.start, offset)) return undefined;
  const place = new CursorSearch(text, document, offset).run();
  return place && { ...place, document: { start: document.start, end: document.end } };
}

/** Directly behind `---`, what is written would become part of it. */
function isBehindSeparator(text: string, start: number, offset: number): boolean {
  return offset === start && /[-.]/.test(text.charAt(start - 1));
}

class CursorSearch {
  readonly #text: string;
  readonly #document: Span;
  readonly #cursor: number;
  readonly #outline = new Outline();

  constructor(text: string, document: Span, cursor: number) {
    this.#text = text;
    this.#document = document;
    this.#cursor = cursor;
  }

  run(): Place | undefined {
    let at = this.#document.start;
    while (at <= this.#document.end) {
      const line = readLine(this.#text, at, this.#document.end, this.#cursor);
      if (this.#cursor <= line.end) return this.#resolve(line, at);
      this.#outline.add(line, at);
      at = this.#nextLine(line.end);
    }
    return undefined;
  }

  #nextLine(end: number): number {
    return lineEnd(this.#text, end) + (this.#text[lineEnd(this.#text, end)] === '\r' ? 2 : 1);
  }

  #resolve(line: LineParts, start: number): Place | undefined {
    const { key, value, dashes } = line;
    if (line.comment !== undefined && this.#cursor > line.comment) return undefined;
    if (!key && !value && dashes.length === 0) return this.#onBlank(this.#cursor - start, line.end);
    if (!key && dashes.length === 0 && value && value.kind !== 'flow')
      return this.#onBareWord(line, value, start);
    this.#outline.add(line, start);
    if (key && this.#cursor <= key.colon) {
      const frame = this.#outline.top;
      const inKey = this.#cursor >= key.start;
      const replace = inKey ? { start: key.start, end: Math.max(key.end, this.#cursor) } : this.#here();
      return frame && this.#keyPlace(frame, replace, line.end, key.start - start, key.start);
    }
    return this.#inValue(value);
  }

  #here(): Span {
    return { start: this.#cursor, end: this.#cursor };
  }

  /** A line without colon or dash: the start of a key. */
  #onBareWord(line: LineParts, value: ValuePart, start: number): Place | undefined {
    const column = value.start - start;
    const frame = this.#frameAt(column);
    const replace =
      this.#cursor < value.start ? this.#here() : { start: value.start, end: this.#firstLineEnd(value) };
    return frame && this.#keyPlace(frame, replace, line.end, column);
  }

  #onBlank(column: number, end: number): Place | undefined {
    const frame = this.#frameAt(column);
    if (frame) return this.#keyPlace(frame, this.#here(), end, column);
    if (this.#outline.top?.closed) return undefined;
    return this.#valuePlace(this.#outline.path(), this.#here(), 'plain'); // goes on with the text above
  }

  /** The map or list to which a line in this column belongs, or is nearest to; undefined behind a value that is written. */
  #frameAt(column: number): Frame | undefined {
    const { stack } = this.#outline;
    let depth = stack.length;
    while (depth > 0 && (stack[depth - 1]?.column ?? 0) > column) depth--;
    const [open, around, deeper] = [stack[depth - 1], stack[depth - 2], stack[depth]];
    if (open && open.column < column && !deeper && !open.empty) return undefined;
    const listAtKey = open?.kind === 'list' && around?.column === open.column;
    const at = open?.column === column ? (listAtKey ? around : open) : deeper;
    return at ?? this.#outline.assume(column);
  }

  /**
   * Reads on to the end of `frame` for its other keys; what comes may also show that it is a list, and in which column it
   * stands. Undefined for a column right of that, and between the lines of an item, where nothing can be written.
   */
  #keyPlace(frame: Frame, replace: Span, lineEndsAt: number, column: number, own = -1): Place | undefined {
    const { stack } = this.#outline;
    const keys = this.#outline.path(stack.slice(0, stack.indexOf(frame)));
    const lists = stack.slice(stack.indexOf(frame) + 1).filter(({ kind }) => kind === 'list');
    let at = this.#nextLine(lineEndsAt);
    let below = own === -1 ? undefined : -1;
    while (at <= this.#document.end && stack.includes(frame)) {
      const line = readLine(this.#text, at, this.#document.end, -1);
      below ??= columnOf(line, at);
      this.#outline.add(line, at);
      at = this.#nextLine(line.end);
    }
    const existingKeys = frame.keys.filter(({ start }) => start !== own).map(({ name }) => name);
    const isList = frame.kind === 'list';
    const indent = frame.column - column;
    const opens = below !== undefined && below > frame.column;
    const splitsItem = opens && (isList || lists.some((list) => list.column < (below ?? 0)));
    if (indent < 0 || splitsItem) return undefined;
    return {
      keys,
      in: isList ? 'item' : 'key',
      existingKeys: isList ? [] : existingKeys,
      prefix: this.#text.slice(replace.start, this.#cursor),
      replace,
      ...(indent > 0 && { indent }),
      ...(opens && { opens }),
      inside: 'plain',
    };
  }

  #inValue(value: ValuePart | undefined): Place | undefined {
    const keys = this.#outline.path();
    if (!value || this.#cursor < value.start) return this.#valuePlace(keys, this.#here(), 'plain');
    if (value.kind === 'flow') {
      const inner = flowCursor(this.#text, value, this.#cursor);
      return inner && { ...inner, keys: [...keys, ...inner.keys] };
    }
    if (value.kind === 'block') return this.#inBlock(keys, value);
    if (value.kind === 'plain') {
      return this.#valuePlace(keys, { start: value.start, end: Math.max(value.end, this.#cursor) }, 'plain');
    }
    const closed = value.end > value.start + 1 && this.#text[value.end - 1] === this.#text[value.start];
    const inner = { start: value.start + 1, end: closed ? value.end - 1 : value.end };
    const outside = this.#cursor < inner.start || this.#cursor > inner.end;
    return outside
      ? this.#valuePlace(keys, this.#here(), 'plain')
      : this.#valuePlace(keys, inner, value.kind);
  }

  #inBlock(keys: (string | number)[], value: ValuePart): Place {
    const start = lineStart(this.#text, this.#cursor);
    if (start <= value.start) {
      return this.#valuePlace(keys, { start: value.start, end: this.#firstLineEnd(value) }, 'plain');
    }
    const end = lineEnd(this.#text, start);
    const content = Math.min(skipBlanks(this.#text, start), end, this.#cursor);
    return this.#valuePlace(keys, { start: content, end: Math.max(end, this.#cursor) }, 'block');
  }

  #valuePlace(keys: (string | number)[], replace: Span, inside: CursorPath['inside']): Place {
    const prefix = this.#text.slice(replace.start, this.#cursor);
    return { keys, in: 'value', existingKeys: [], prefix, replace, inside };
  }

  #firstLineEnd(value: ValuePart): number {
    return Math.max(this.#cursor, Math.min(value.end, lineEnd(this.#text, value.start)));
  }
}

/** In which column something stands on a line that starts at `start`; undefined for a blank line or a comment. */
function columnOf({ dashes, key, value }: LineParts, start: number): number | undefined {
  const first = dashes[0] ?? key?.start ?? value?.start;
  return first === undefined ? undefined : first - start;
}
