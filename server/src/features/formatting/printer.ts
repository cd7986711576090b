import type { SchemaView } from '../../schema/schemaView';
import type { ListNode, MapEntry, MapNode, ScalarNode, SyntaxFile, SyntaxNode } from '../../syntax/tree';
import type { Span } from '../../text/range';
import { isApart } from './blankLines';
import { CommentQueue, type PlacedComment } from './commentQueue';
import { dashesOf } from './dashes';
import { documentParts } from './documentParts';
import { inOrder } from './keyOrder';
import { reindented } from './multiLine';

/** The file holds something that cannot be moved safely: it stays as it is. */
export class CannotFormat extends Error {}

/** What is printed for one entry or item, with the comments above it. */
interface Block {
  readonly lines: string[];
  /** A blank line stood before it. */
  readonly apart: boolean;
}

/** How far comments behind a collection can belong to it. */
interface Bounds {
  /** Where what follows the collection begins. */
  readonly until: number;
  /** The column from which on a comment stands deeper than what holds the collection. */
  readonly least: number;
}

const STEP = 2;

/** Prints a parsed file again. Deals with comments in the order of the source, and puts keys in order afterwards. */
export class Printer {
  readonly #file: SyntaxFile;
  readonly #schema: SchemaView;
  readonly #comments: CommentQueue;

  constructor(file: SyntaxFile, schema: SchemaView) {
    this.#file = file;
    this.#schema = schema;
    this.#comments = new CommentQueue(file);
  }

  /** @throws CannotFormat when something cannot be moved safely */
  print(): string {
    const { text, documents } = this.#file;
    const parts = documentParts(text);
    if (!parts) throw new CannotFormat();
    let index = 0;
    const lines = parts.flatMap(({ separator, start, end }) => {
      while ((documents[index]?.span.end ?? end) < end) index++;
      const document = documents[index];
      const root = document && document.span.start <= start ? document.root : null;
      if (root && root.kind !== 'map') throw new CannotFormat();
      const own = root
        ? this.#map(root, 0, this.#schema.select(root), { until: end, least: 0 })
        : this.#loose(this.#comments.alone(end), 0, false);
      if (this.#comments.waitsBefore(end)) throw new CannotFormat();
      return separator ? ['---', ...own] : own;
    });
    const newline = /\r\n|\n/.exec(text)?.[0] ?? '\n';
    return lines.map((line) => line + newline).join('');
  }

  #map(map: MapNode, indent: number, view: SchemaView | undefined, bounds: Bounds): string[] {
    if (map.style === 'flow') throw new CannotFormat();
    const blocks = map.entries.map((entry, index): Block & { readonly name: string } => {
      const next = map.entries[index + 1]?.key.span.start ?? bounds.until;
      return {
        name: entry.key.text,
        ...this.#block(entry.key.span.start, indent, () => this.#entry(entry, indent, view, next)),
      };
    });
    const rest = this.#rest(map.entries[0]?.key.span.start ?? map.span.start, indent, bounds);
    const ordered = inOrder(blocks, view);
    const separate = indent > 0 && view?.keyNames?.defines === 'dialog';
    const lines = ordered.flatMap((block, index) => {
      // Blank lines above the first of the source keep the whole apart from what is above.
      const apart = separate || (block.apart && block !== blocks[0]);
      return index > 0 && apart ? ['', ...block.lines] : block.lines;
    });
    return [...lines, ...rest];
  }

  #list(list: ListNode, indent: number, view: SchemaView | undefined, bounds: Bounds): string[] {
    const dashes = dashesOf(list, this.#file.text);
    const lines = list.items.flatMap((item, index) => {
      const dash = dashes[index];
      if (dash === undefined) throw new CannotFormat();
      const next = dashes[index + 1] ?? bounds.until;
      const { lines: own, apart } = this.#block(dash, indent, () =>
        this.#item(item, dash, indent, view?.items?.select(item), next),
      );
      return index > 0 && apart ? ['', ...own] : own;
    });
    return [...lines, ...this.#rest(dashes[0] ?? list.span.start, indent, bounds)];
  }

  /** The comments behind a collection that stand as deep as what is in it. */
  #rest(start: number, indent: number, { until, least }: Bounds): string[] {
    return this.#loose(this.#comments.alone(until, Math.max(least, this.#column(start))), indent);
  }

  #block(start: number, indent: number, print: () => string[]): Block {
    const above = this.#comments.alone(start);
    if (this.#comments.waitsBefore(start)) throw new CannotFormat();
    const first = above[0];
    const apart = isApart(this.#file.text, first ? first.start : start);
    const comments = this.#loose(above, indent, false);
    const gap = first && isApart(this.#file.text, start) ? [''] : [];
    return { lines: [...comments, ...gap, ...print()], apart };
  }

  #entry({ key, value }: MapEntry, indent: number, view: SchemaView | undefined, until: number): string[] {
    const head = `${' '.repeat(indent)}${this.#source(key)}:`;
    const valueView = view?.key(key.text)?.select(value);
    if (value && value.kind !== 'scalar' && value.style === 'block') {
      const line = this.#behind(head, key.span.end, value.span.start);
      return [
        line,
        ...this.#collection(value, indent + STEP, valueView, {
          until,
          least: this.#column(key.span.start) + 1,
        }),
      ];
    }
    return this.#inline(head, key.span, value, indent);
  }

  #item(
    item: SyntaxNode | null,
    dash: number,
    indent: number,
    view: SchemaView | undefined,
    until: number,
  ): string[] {
    const head = `${' '.repeat(indent)}-`;
    if (!item || item.kind === 'scalar' || item.style === 'flow')
      return this.#inline(head, { start: dash, end: dash + 1 }, item, indent);
    const line = this.#behind(head, dash + 1, item.span.start);
    const [first = '', ...rest] = this.#collection(item, indent + STEP, view, {
      until,
      least: this.#column(dash) + 1,
    });
    // The first entry stands behind its dash, unless a comment keeps them apart.
    const joined = line === head && !first.trimStart().startsWith('#');
    return joined ? [`${head} ${first.slice(indent + STEP)}`, ...rest] : [line, first, ...rest];
  }

  #collection(
    node: MapNode | ListNode,
    indent: number,
    view: SchemaView | undefined,
    bounds: Bounds,
  ): string[] {
    return node.kind === 'map'
      ? this.#map(node, indent, view, bounds)
      : this.#list(node, indent, view, bounds);
  }

  /** A value that starts on the line of its key or dash. */
  #inline(head: string, name: Span, value: SyntaxNode | null, indent: number): string[] {
    if (!value) return [this.#behind(head, name.end)];
    const { start, end } = value.span;
    // A comment between a key and its text has no place when they come to stand on one line.
    if (this.#comments.waitsBefore(start)) throw new CannotFormat();
    const lines = reindented(value, this.#file.text, this.#column(name.start), indent);
    if (!lines) throw new CannotFormat();
    this.#comments.skip(start, end);
    const [first = '', ...rest] = lines;
    const all = [`${head} ${first}`, ...rest];
    if (value.kind === 'scalar' && (value.style === 'literal' || value.style === 'folded')) return all;
    return [...all.slice(0, -1), this.#behind(all.at(-1) ?? '', end)];
  }

  /** A line with the comment that stands behind it. */
  #behind(line: string, end: number, limit?: number): string {
    const comment = this.#comments.behind(this.#file.lines.positionAt(end).line, limit);
    return comment ? `${line}${comment.gap || ' '}${comment.source}` : line;
  }

  /** Comments on lines of their own. */
  #loose(comments: readonly PlacedComment[], indent: number, gapFirst = true): string[] {
    return comments.flatMap(({ source, start }, index) => {
      const line = ' '.repeat(indent) + source;
      return (gapFirst || index > 0) && isApart(this.#file.text, start) ? ['', line] : [line];
    });
  }

  #column(offset: number): number {
    return this.#file.lines.positionAt(offset).character;
  }

  #source(node: ScalarNode): string {
    const source = this.#file.text.slice(node.span.start, node.span.end);
    if (source.includes('\n')) throw new CannotFormat();
    return source;
  }
}
