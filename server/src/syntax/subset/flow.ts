import type { ListNode, MapEntry, MapNode, ScalarNode, SyntaxNode } from '../tree';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  CR,
  DOUBLE_QUOTE,
  HASH,
  isBlank,
  LF,
  OPEN_BRACE,
  OPEN_BRACKET,
  SINGLE_QUOTE,
  SPACE,
  startsPlain,
  TAB,
} from './characters';
import { checkPlainKeys } from './keys';
import { refuse } from './refusal';
import { plainScalar, quotedScalar } from './scalars';

/** Reads what stands in brackets on one line: `[a, "b c"]`, `{ intent: x, requires: [y] }`. */
export class FlowReader {
  readonly #text: string;
  readonly #maxDepth: number;
  #at = 0;
  /** Entries and items so far, as the limit counts them. */
  entries = 0;

  constructor(text: string, maxDepth: number) {
    this.#text = text;
    this.#maxDepth = maxDepth;
  }

  /** The list or map whose bracket opens at `start`; `depth` counts it and those around it. */
  collection(start: number, depth: number): MapNode | ListNode {
    if (depth > this.#maxDepth) refuse();
    this.#at = start + 1;
    this.entries++;
    return this.#text.charCodeAt(start) === OPEN_BRACE ? this.#map(start, depth) : this.#list(start, depth);
  }

  #list(start: number, depth: number): ListNode {
    const items: SyntaxNode[] = [];
    if (!this.#closes(CLOSE_BRACKET)) {
      do items.push(this.#value(depth));
      while (this.#continues(CLOSE_BRACKET));
    }
    return { kind: 'list', items, style: 'flow', span: { start, end: this.#at } };
  }

  #map(start: number, depth: number): MapNode {
    const entries: MapEntry[] = [];
    if (!this.#closes(CLOSE_BRACE)) {
      do entries.push(this.#entry(depth));
      while (this.#continues(CLOSE_BRACE));
    }
    checkPlainKeys(entries);
    return { kind: 'map', entries, style: 'flow', span: { start, end: this.#at } };
  }

  #entry(depth: number): MapEntry {
    this.#skipSpaces();
    const key = this.#scalar();
    this.#skipSpaces();
    const unit = this.#text.charCodeAt(this.#at + 1);
    if (this.#text.charCodeAt(this.#at) !== COLON || unit !== SPACE) refuse();
    this.#at++;
    this.entries++;
    const value = this.#value(depth);
    return { key, value, span: { start: key.span.start, end: value.span.end } };
  }

  #value(depth: number): SyntaxNode {
    this.#skipSpaces();
    const unit = this.#text.charCodeAt(this.#at);
    return unit === OPEN_BRACKET || unit === OPEN_BRACE
      ? this.collection(this.#at, depth + 1)
      : this.#scalar();
  }

  #scalar(): ScalarNode {
    const unit = this.#text.charCodeAt(this.#at);
    const node =
      unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE ? quotedScalar(this.#text, this.#at) : this.#plain();
    this.#at = node.span.end;
    return node;
  }

  /** A plain text up to what ends it within brackets; what may not follow it is found by who reads on. */
  #plain(): ScalarNode {
    const text = this.#text;
    const start = this.#at;
    if (!startsPlain(text, start)) refuse();
    let end = start;
    for (let at = start; ; at++) {
      const unit = text.charCodeAt(at);
      if (unit === SPACE) continue;
      if (unit === COLON && (isBlank(text.charCodeAt(at + 1)) || isIndicator(text.charCodeAt(at + 1)))) break;
      if (isIndicator(unit)) break;
      if (unit === LF || unit === CR || unit === TAB || unit !== unit) refuse();
      if (unit === HASH && at > end) refuse();
      end = at + 1;
    }
    return plainScalar(text, start, end);
  }

  /** True behind a comma, false behind the closing bracket. */
  #continues(bracket: number): boolean {
    if (this.#closes(bracket)) return false;
    if (this.#text.charCodeAt(this.#at) !== COMMA) refuse();
    this.#at++;
    this.entries++;
    return true;
  }

  #closes(bracket: number): boolean {
    this.#skipSpaces();
    if (this.#text.charCodeAt(this.#at) !== bracket) return false;
    this.#at++;
    return true;
  }

  #skipSpaces(): void {
    while (this.#text.charCodeAt(this.#at) === SPACE) this.#at++;
  }
}

function isIndicator(unit: number): boolean {
  return (
    unit === COMMA ||
    unit === OPEN_BRACKET ||
    unit === CLOSE_BRACKET ||
    unit === OPEN_BRACE ||
    unit === CLOSE_BRACE
  );
}
