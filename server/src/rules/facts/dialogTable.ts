import type { Dialog } from '../../model/definitions';
import { EntryMemo } from '../../model/entryMemo';
import type { ProjectFile } from '../../project/snapshot';
import type { MapEntry } from '../../syntax/tree';
import { type Fact, type FactTable, factTable } from '../engine/table';
import { type FilePart, partsOf } from '../part';

/** A part that can be understood as a dialog. */
export interface DialogPart extends FilePart {
  readonly entry: MapEntry;
  readonly dialog: Dialog;
}

/** Remembers what is said about dialogs that an edit has left alone, wherever it moves them. It holds no offsets. */
export class DialogMemo<T> {
  readonly #known = new EntryMemo<T>((value) => value);

  /** What `find` says about the dialog. It must depend on nothing but the dialog, its flow, and `from`. */
  get({ entry, flow }: DialogPart, find: () => T, from = ''): T {
    return this.#known.get(entry, `${flow} ${from}`, find);
  }
}

/** The dialogs of a file, in its order. */
export function dialogPartsIn(file: ProjectFile): readonly DialogPart[] {
  return partsOf(file).filter(isDialogPart);
}

function isDialogPart(part: FilePart): part is DialogPart {
  return part.dialog !== undefined;
}

/**
 * A table of facts about dialogs: what `collect` says of each by itself, those with one key in the order of the file.
 *
 * @param collect says undefined where there is nothing to say
 * @param from what `collect` depends on besides the dialog and its flow: it is asked again where this is another text
 */
export function dialogTable<T extends Fact>(
  collect: (part: DialogPart, place: number) => readonly [key: string, fact: T] | undefined,
  from: (part: DialogPart, place: number) => string = () => '',
): FactTable<T[]> {
  const memo = new DialogMemo<readonly [string, T] | undefined>();
  return factTable(['flow'], (file) => {
    const found = new Map<string, T[]>();
    for (const [place, part] of dialogPartsIn(file).entries()) {
      const one = memo.get(part, () => collect(part, place), from(part, place));
      if (!one) continue;
      const [key, fact] = one;
      const others = found.get(key);
      if (others) others.push(fact);
      else found.set(key, [fact]);
    }
    return found;
  });
}
