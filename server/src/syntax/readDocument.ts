import type { DocumentSpan } from './documentSpans';
import { lower } from './lower';
import { readYaml } from './readYaml';
import { markOf, setBack } from './readingState';
import type { ReadingState } from './readingState';
import type { SyntaxDocument, SyntaxNode } from './tree';
import { SEPARATOR_LENGTH } from './documentSpans';
import { UnitReader } from './unitReader';
import { takeOver } from './yamlErrors';

/** Column and depth of a document among the units. */
const DOCUMENT = { column: -1, depth: 0 };

/** Reads one document: by units where it can be, else as a whole. Undefined when it holds nothing but comments. */
export function readDocument(
  state: ReadingState,
  place: DocumentSpan,
  index: number,
): SyntaxDocument | undefined {
  if (isEmpty(state.text, place)) return undefined;
  state.entries++;
  const span = { start: place.start, end: place.end };
  const mark = markOf(state);
  const root = state.problems.full ? undefined : new UnitReader(state, place).root();
  if (root && !state.problems.full && state.entries <= state.limits.entries) return { index, span, root };
  setBack(state, mark);
  const earlier = takeEarlier(state, place);
  const whole = earlier === undefined ? readWhole(state, place) : earlier;
  return whole || state.problems.count > mark.problems ? { index, span, root: whole } : undefined;
}

function isEmpty(text: string, { start, end }: DocumentSpan): boolean {
  const first = text.slice(start, end).search(/\S/);
  return first === -1;
}

function readWhole(state: ReadingState, { from, end }: DocumentSpan): SyntaxNode | null {
  const mark = markOf(state);
  const document = readYaml(state, { text: state.text.slice(from, end), offset: from, depth: 0 });
  if (!document) return null;
  const root = takeOver(state, mark, document, (broken) => lower(document.contents, { ...state, broken }));
  // When the list is full, nobody knows whether there are more.
  if (state.problems.full || state.problems.count > mark.problems) return root;
  state.units.push({
    ...DOCUMENT,
    start: from,
    end,
    seen: end + SEPARATOR_LENGTH,
    entries: [],
    root,
    comments: state.comments.slice(mark.comments),
    count: state.entries - mark.entries,
  });
  return root;
}

/** A document that was read as a whole and has not changed. */
function takeEarlier(state: ReadingState, { from, end }: DocumentSpan): SyntaxNode | null | undefined {
  const unit = state.earlier?.at(from, DOCUMENT.column, DOCUMENT.depth);
  if (unit?.end !== end || state.entries + unit.count > state.limits.entries) return undefined;
  state.units.push(unit);
  for (const comment of unit.comments) state.comments.push(comment);
  state.entries += unit.count;
  return unit.root;
}
