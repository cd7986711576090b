import type { Comment, ListNode, MapEntry, MapNode, ScalarNode, SyntaxNode } from '../tree';
import {
  COLON,
  CR,
  DOUBLE_QUOTE,
  HASH,
  isBlank,
  LF,
  OPEN_BRACE,
  OPEN_BRACKET,
  PIPE,
  SINGLE_QUOTE,
  SPACE,
  startsPlain,
  TAB,
} from './characters';
import { FlowReader } from './flow';
import { checkPlainKeys } from './keys';
import { LineCursor } from './lineCursor';
import { literalScalar } from './literal';
import { refuse } from './refusal';
import { plainScalar, quotedScalar } from './scalars';

/** YAML wants the colon of a key within 1,024 characters. */
const MAX_KEY = 1000;

const NONE = -1;

/**
 * Reads the part of YAML that nearly every definition file keeps to: block maps and lists, texts on one line (plain or
 * quoted), `|` blocks, brackets on one line, comments. It refuses all else, also where that would be valid, so that what it
 * does read needs no second opinion.
 */
export class BlockReader extends LineCursor {
  readonly #maxDepth: number;
  readonly #flow: FlowReader;
  #entries = 0;
  /** Where the colon behind the last text stands that was read. */
  #colon = NONE;

  constructor(text: string, end: number, maxDepth: number, comments: Comment[]) {
    super(text, end, comments);
    this.#maxDepth = maxDepth;
    this.#flow = new FlowReader(text, maxDepth);
  }

  /** Entries of maps and items of lists so far, as the limit counts them. */
  get entries(): number {
    return this.#entries + this.#flow.entries;
  }

  /**
   * The entry it stands at, of a map in its column.
   *
   * @param depth counts the map and what is around it.
   * @param mapBelow reads a map that is the value and starts on a line below, from its first key on.
   */
  entry(depth: number, mapBelow: (depth: number) => MapNode = this.#readMap): MapEntry {
    const { column } = this;
    const key = this.#keyOrText(this.at);
    const colon = this.#colon;
    if (colon === NONE) refuse();
    this.#entries++;
    const value = this.#value(colon + 1, column, depth + 1, mapBelow);
    if (this.column > column) refuse(); // more of the value, or a line that fits nowhere
    return { key, value, span: { start: key.span.start, end: value ? value.span.end : colon + 1 } };
  }

  #value(
    behind: number,
    column: number,
    depth: number,
    mapBelow: (depth: number) => MapNode,
  ): SyntaxNode | null {
    const at = this.skipSpaces(behind);
    if (!this.isLineOver(at)) return this.#inline(at, column, depth);
    this.toNext(behind);
    if (this.column > column) return this.isDash(this.at) ? this.#list(depth) : mapBelow(depth);
    // A list may stand as far left as its key.
    return this.column === column && this.isDash(this.at) ? this.#list(depth) : null;
  }

  /** What starts behind a colon or a dash and ends on the same line, or is a text block. */
  #inline(at: number, column: number, depth: number): SyntaxNode {
    const unit = this.text.charCodeAt(at);
    if (unit === PIPE) {
      const { node, next } = literalScalar(this.text, at, this.end, column);
      this.toContent(next);
      return node;
    }
    const isFlow = unit === OPEN_BRACKET || unit === OPEN_BRACE;
    const node = isFlow ? this.#flow.collection(at, depth) : this.#keyOrText(at);
    if (!isFlow && this.#colon !== NONE) refuse();
    this.toNext(node.span.end);
    return node;
  }

  readonly #readMap = (depth: number): MapNode => {
    if (depth > this.#maxDepth) refuse();
    const { at: start, column } = this;
    const entries: MapEntry[] = [];
    let end = start;
    do {
      const entry = this.entry(depth);
      entries.push(entry);
      end = entry.span.end;
    } while (this.column === column);
    checkPlainKeys(entries);
    return { kind: 'map', entries, style: 'block', span: { start, end } };
  };

  #list(depth: number): ListNode {
    if (depth > this.#maxDepth) refuse();
    const { at: start, column } = this;
    const items: (SyntaxNode | null)[] = [];
    let end = start;
    do {
      const dash = this.at;
      const item = this.#item(column, depth + 1);
      if (this.column > column) refuse(); // more of the item, or a line that fits nowhere
      items.push(item);
      end = item ? item.span.end : dash + 1;
    } while (this.column === column && this.isDash(this.at));
    return { kind: 'list', items, style: 'block', span: { start, end } };
  }

  #item(column: number, depth: number): SyntaxNode | null {
    this.#entries++;
    const behind = this.at + 1;
    const at = this.skipSpaces(behind);
    if (this.isLineOver(at)) {
      this.toNext(behind);
      if (this.column <= column) return null;
      return this.isDash(this.at) ? this.#list(depth) : this.#readMap(depth);
    }
    const unit = this.text.charCodeAt(at);
    if (unit === PIPE || unit === OPEN_BRACKET || unit === OPEN_BRACE) return this.#inline(at, column, depth);
    const node = this.#keyOrText(at);
    if (this.#colon === NONE) {
      this.toNext(node.span.end);
      return node;
    }
    // A map that starts beside its dash.
    this.column += at - this.at;
    this.at = at;
    return this.#readMap(depth);
  }

  /** A quoted text, or a plain one up to the end of the line, a comment or a colon; sets where the colon is. */
  #keyOrText(start: number): ScalarNode {
    const text = this.text;
    const first = text.charCodeAt(start);
    this.#colon = NONE;
    if (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) {
      const node = quotedScalar(text, start);
      const at = this.skipSpaces(node.span.end);
      if (text.charCodeAt(at) === COLON && isBlank(text.charCodeAt(at + 1))) this.#colonAt(at, start);
      return node;
    }
    if (!startsPlain(text, start)) refuse();
    let end = start;
    for (let at = start; ; at++) {
      const unit = text.charCodeAt(at);
      if (unit > COLON) end = at + 1;
      else if (unit === SPACE) continue;
      else if (unit === LF || unit === CR || Number.isNaN(unit)) break;
      else if (unit === HASH && at > end) break;
      else if (unit === TAB) refuse();
      else if (unit === COLON && isBlank(text.charCodeAt(at + 1))) {
        this.#colonAt(at, start);
        break;
      } else end = at + 1;
    }
    return plainScalar(text, start, end);
  }

  #colonAt(at: number, keyStart: number): void {
    if (at - keyStart > MAX_KEY) refuse();
    this.#colon = at;
  }
}
