import { isMap, isScalar } from 'yaml';
import type { Document, YAMLMap } from 'yaml';
import type { DocumentSpan } from './documentSpans';
import { SEPARATOR_LENGTH } from './documentSpans';
import { KeyCheck } from './keyCheck';
import { lowerEntries } from './lower';
import { readYaml } from './readYaml';
import { markOf, setBack } from './readingState';
import type { Mark, ReadingState } from './readingState';
import { BlockReader } from './subset/blocks';
import { endOfUnit, isInMap, startsName } from './subset/lines';
import { orRefused, refuse } from './subset/refusal';
import type { MapEntry, MapNode } from './tree';
import type { Unit } from './units';
import { takeOver } from './yamlErrors';

/** Beyond as many units that the subset does not cover, the library is faster with the whole document. */
const MAX_ODD = 1000;

/** Units exist in the document's map and in the maps that are its values. */
const UNIT_DEPTH = 2;

/** A key in front of what the library reads of a map, so that it knows to be in one. */
const CONTEXT_KEY = '_:\n';

/**
 * Reads a document entry by entry: what an edit has left alone is taken over, what keeps to the subset is read by our own
 * reader, and the library reads the rest. A mistake thereby costs the entry that it is in, not the document.
 */
export class UnitReader {
  readonly #state: ReadingState;
  readonly #place: DocumentSpan;
  readonly #blocks: BlockReader;
  #odd = 0;
  /** Set when the document cannot be read by units at all. */
  #hopeless = false;

  constructor(state: ReadingState, place: DocumentSpan) {
    this.#state = state;
    this.#place = place;
    this.#blocks = new BlockReader(state.text, place.end, state.limits.depth, state.comments);
  }

  /** The document's map; undefined when it has none or has to be read as a whole. The caller sets the state back. */
  root(): MapNode | undefined {
    const { from, start } = this.#place;
    return orRefused(() => {
      const isBehindSeparator = from < start || this.#state.text[start - 1] === '.';
      if (isBehindSeparator) this.#blocks.toNext(start);
      else this.#blocks.toContent(start);
      if (this.#blocks.column === -1) refuse();
      const root = this.#map(1);
      return this.#blocks.column === -1 ? root : refuse();
    });
  }

  readonly #map = (depth: number): MapNode => {
    if (depth > this.#state.limits.depth) refuse();
    const { at: start, column } = this.#blocks;
    const entries: MapEntry[] = [];
    const keys = new KeyCheck(this.#state.lines, this.#state.problems);
    let end = start;
    do {
      for (const entry of this.#unit(column, depth, entries.length === 0)) {
        keys.add(entry.key);
        entries.push(entry);
        end = entry.span.end;
      }
      if (this.#blocks.column > column) refuse();
    } while (this.#blocks.column === column);
    return { kind: 'map', entries, style: 'block', span: { start, end } };
  };

  #unit(column: number, depth: number, isFirst: boolean): readonly MapEntry[] {
    const state = this.#state;
    const { at: start } = this.#blocks;
    const known = state.earlier?.at(start, column, depth);
    if (known) return this.#takeOver(known);
    const mark = markOf(state);
    const entriesBefore = this.#blocks.entries;
    let isLeaf = true;
    const mapBelow = (below: number): MapNode => {
      isLeaf = false;
      return this.#map(below);
    };
    const entry = orRefused(() => this.#blocks.entry(depth, depth < UNIT_DEPTH ? mapBelow : undefined));
    if (!entry) {
      setBack(state, mark);
      return this.#oddUnit(start, column, depth, isFirst);
    }
    if (isLeaf) {
      state.entries += this.#blocks.entries - entriesBefore;
      this.#keep(mark, start, column, depth, [entry]);
    } else state.entries++; // its units have counted what is in them
    return [entry];
  }

  #takeOver(unit: Unit): readonly MapEntry[] {
    const state = this.#state;
    state.units.push(unit);
    for (const comment of unit.comments) state.comments.push(comment);
    state.entries += unit.count;
    this.#blocks.toContent(unit.end);
    return unit.entries;
  }

  #keep(mark: Mark, start: number, column: number, depth: number, entries: readonly MapEntry[]): void {
    const { comments, problems, units, entries: count } = this.#state;
    if (problems.full || problems.count > mark.problems) return;
    const { lineStart: end, at, column: next } = this.#blocks;
    // How the next line starts tells that the unit is over.
    const seen = next === -1 ? end + SEPARATOR_LENGTH : at + 2;
    units.push({
      start,
      end,
      seen,
      column,
      depth,
      entries,
      root: null,
      comments: comments.length > mark.comments ? comments.slice(mark.comments) : NO_COMMENTS,
      count: count - mark.entries,
    });
  }

  /** Lets the library read the unit at `start`. */
  #oddUnit(start: number, column: number, depth: number, isFirst: boolean): readonly MapEntry[] {
    const state = this.#state;
    const { text } = state;
    if (this.#hopeless || this.#odd === MAX_ODD) return this.#giveUp();
    this.#odd++;
    if (!startsName(text, start)) refuse();
    const end = endOfUnit(text, start, this.#place.end, column) ?? refuse();
    const next = end < this.#place.end ? end : undefined;
    if (isFirst && !isInMap(text, start, next, column)) refuse();
    const from = start - column;
    const context = ' '.repeat(column) + CONTEXT_KEY;
    const mark = markOf(state);
    state.entries--; // the key in front is nobody's entry
    const document = readYaml(state, {
      text: context + text.slice(from, end),
      offset: from - context.length,
      depth: depth - 1,
    });
    const map = document && mapBehindContext(document, from);
    if (!map) return this.#giveUp();
    const entries = takeOver(state, mark, document, (broken) => lowerEntries(map, { ...state, broken }));
    this.#blocks.toContent(end);
    this.#keep(mark, start, column, depth, entries);
    return entries;
  }

  #giveUp(): never {
    this.#hopeless = true;
    return refuse();
  }
}

const NO_COMMENTS: readonly never[] = [];

/** The map without the key in front; undefined when something odd became of that. Errors are moved behind it. */
function mapBehindContext({ contents, errors }: Document.Parsed, from: number): YAMLMap | undefined {
  if (!isMap(contents) || contents.flow === true) return undefined;
  const [first] = contents.items;
  if (!isScalar(first?.key) || (first.key.range?.[0] ?? from) >= from) return undefined;
  if (first.value !== null && !(isScalar(first.value) && first.value.source === '')) return undefined;
  contents.items.shift();
  for (const error of errors) error.pos = [Math.max(error.pos[0], from), Math.max(error.pos[1], from)];
  return contents;
}
