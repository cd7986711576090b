import type { Dialog } from '../model/definitions';
import { entryAt } from '../model/read';
import type { ProjectFile } from '../project/snapshot';
import { lineStart } from '../syntax/lineParts';
import type { MapEntry, MapNode } from '../syntax/tree';
import type { Span } from '../text/range';
import { nextLineStart } from './edits/lines';
import { oncePerTree } from './engine/table';

/** What rules look at by itself: one dialog of a flow, or everything of a file that stands in none. */
export interface FilePart {
  readonly file: ProjectFile;
  /** The entry of the dialog; undefined for everything else. */
  readonly entry: MapEntry | undefined;
  /** Undefined, too, where the entry cannot be understood as a dialog. */
  readonly dialog: Dialog | undefined;
  /** The name of the flow as written; empty when there is none. */
  readonly flow: string;
  /** Its text in whole lines, comments included, in the order of the file; none when others stand on them, too. */
  readonly regions: readonly Span[];
}

/** The dialogs of a file, in its order, and behind them everything else. */
export const partsOf = oncePerTree((file): readonly FilePart[] => {
  const parts: FilePart[] = [];
  const rest: Span[] = [];
  let at = 0;
  for (const part of dialogParts(file)) {
    for (const { start, end } of part.regions) {
      if (at < start) rest.push({ start: at, end: start });
      at = end;
    }
    parts.push(part);
  }
  const { length } = file.syntax.text;
  if (at < length) rest.push({ start: at, end: length });
  return [...parts, { file, entry: undefined, dialog: undefined, flow: '', regions: rest }];
});

/** The map under `dialogs`, whose entries are parts of their own. */
export function dialogMapOf(root: MapNode): MapNode | undefined {
  const value = entryAt(root, 'dialogs')?.value;
  return value?.kind === 'map' ? value : undefined;
}

function* dialogParts(file: ProjectFile): Iterable<FilePart> {
  if (file.kind !== 'flow') return;
  const flows = new Map(
    file.definitions.flatMap((item) => (item.kind === 'flow' ? [[item.document, item] as const] : [])),
  );
  for (const document of file.syntax.documents) {
    const map = document.root?.kind === 'map' ? dialogMapOf(document.root) : undefined;
    if (!map) continue;
    const flow = flows.get(document);
    const dialogs = flow?.dialogs ?? [];
    let index = 0;
    for (const [place, entry] of map.entries.entries()) {
      const dialog = dialogs[index]?.span.start === entry.span.start ? dialogs[index++] : undefined;
      const regions =
        map.style === 'block' ? [linesOf(file.syntax.text, entry, map.entries[place + 1])] : NO_LINES;
      yield { file, entry, dialog, flow: flow?.name.value ?? '', regions };
    }
  }
}

/** The lines from an entry to the next one; the last one ends with its own. */
function linesOf(text: string, { span }: MapEntry, next: MapEntry | undefined): Span {
  const start = lineStart(text, span.start);
  if (next) return { start, end: lineStart(text, next.span.start) };
  // The text of a block ends behind its last line break.
  return { start, end: nextLineStart(text, text[span.end - 1] === '\n' ? span.end - 1 : span.end) };
}

const NO_LINES: readonly never[] = [];
