import type { LineParts } from './lineParts';

/** A map or list that is open at a line, told by indentation. */
export interface Frame {
  kind: 'map' | 'list';
  column: number;
  /** Keys seen so far and where they start. */
  readonly keys: { readonly name: string; readonly start: number }[];
  /** The key (map) or index (list) that the lines at hand belong to. */
  current: string | number;
  /** True while nothing was seen of the current key's value. */
  empty: boolean;
  /** True when the current value cannot go on in another line: it stands in quotes or brackets. */
  closed: boolean;
  /** Set for a map that only a cursor has opened: what stands in its place tells what it really is. */
  assumed?: boolean;
}

/** The open maps and lists while one goes through the lines of a document, which may be half-written. */
export class Outline {
  readonly stack: Frame[] = [];

  get top(): Frame | undefined {
    return this.stack[this.stack.length - 1];
  }

  /** The keys and indices that lead to what is open in `frames`. */
  path(frames: readonly Frame[] = this.stack): (string | number)[] {
    return frames.map((frame) => frame.current);
  }

  /** Takes note of a line; `start` is where the line starts. */
  add(line: LineParts, start: number): void {
    for (const dash of line.dashes) this.#item(dash - start);
    if (line.key) this.#key(line.key.start - start, line.key.name, line.key.start);
    if (!line.value || !this.top || (!line.key && line.dashes.length === 0)) return;
    this.top.empty = false;
    this.top.closed = line.value.kind !== 'plain';
  }

  /** Opens a map at `column` in which no key is known yet. */
  assume(column: number): Frame {
    const top = this.#openAt(column, 'map');
    if (top) return top;
    return this.#push({
      kind: 'map',
      column,
      keys: [],
      current: '',
      empty: false,
      closed: false,
      assumed: true,
    });
  }

  #item(column: number): void {
    const list = this.#openAt(column, 'list');
    if (!list) {
      this.#push({ kind: 'list', column, keys: [], current: 0, empty: true, closed: false });
      return;
    }
    list.current = typeof list.current === 'number' ? list.current + 1 : 0;
    list.empty = true;
    list.closed = false;
  }

  #key(column: number, name: string, start: number): void {
    const map =
      this.#openAt(column, 'map') ??
      this.#push({ kind: 'map', column, keys: [], current: name, empty: true, closed: false });
    map.current = name;
    map.empty = true;
    map.closed = false;
    map.keys.push({ name, start });
  }

  /** Closes what is deeper than `column`; the frame of this kind that is open there, if any. */
  #openAt(column: number, kind: Frame['kind']): Frame | undefined {
    const top = this.top;
    const parent = this.stack[this.stack.length - 2];
    if (top?.assumed && column > (parent?.column ?? -1)) {
      top.assumed = false;
      top.kind = kind;
      top.column = column;
      return top;
    }
    while (this.top && closes(this.top, column, kind)) this.stack.pop();
    return this.top?.column === column && this.top.kind === kind ? this.top : undefined;
  }

  #push(frame: Frame): Frame {
    if (this.top) this.top.empty = false;
    this.stack.push(frame);
    return frame;
  }
}

/** Deeper things close; so does a list by a key in its own column, as lists may stand as far left as their key. */
function closes(frame: Frame, column: number, kind: Frame['kind']): boolean {
  return frame.column > column || (frame.column === column && frame.kind === 'list' && kind === 'map');
}
