import type { Dialog, Flow } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { ProjectFile } from '../../project/snapshot';
import { factTable, isSameFact, oncePerTree } from '../engine/table';
import { buttonsOf, keyOf, onwardFrom } from '../support/dialogs';
import { hasSchemaProblem } from '../support/mistaken';
import { DialogFact, dialogTable, tableOf } from './dialogTable';
import { occurrencesOf } from './names';

/** The flows of a file, in its order. */
export function flowsIn(file: ProjectFile): readonly Flow[] {
  return file.definitions.filter((definition) => definition.kind === 'flow');
}

/** The dialogs of a file, in its order. */
export const dialogsIn = oncePerTree((file): readonly Dialog[] =>
  flowsIn(file).flatMap(({ dialogs }) => dialogs),
);

/** A dialog as the graph of all dialogs knows it. */
export type Node = readonly [
  /** The flow, folded. */
  flow: string,
  /** Its own name as written. */
  name: string,
  /** How many dialogs of the file stand before it. */
  place: number,
  hasTrigger: boolean,
  /** What its links name, as `flow/dialog`. */
  links: readonly string[],
  /** Where it goes on to by itself, folded; empty when it waits or ends. */
  onward: readonly string[],
];

/** The dialogs of the bot by `flow/dialog`, folded: all of that name, in the order of the file. */
export const graph = dialogTable<Node>(
  (part, place) => {
    const { flow, name, trigger } = part.dialog;
    const links = new Set<string>();
    for (const { symbol, role, name: target } of occurrencesOf(part)) {
      if (symbol === 'dialog' && role === 'reference') links.add(target);
    }
    const onward = onwardFrom(part.dialog);
    return [keyOf(part.dialog), [foldName(flow), name.value, place, !!trigger, [...links], onward]];
  },
  (_part, place) => String(place),
);

/** Dialogs by their own name (folded): `flow/dialog` as written, in the order of the file. */
export const dialogsNamed = dialogTable(({ dialog: { flow, name } }) => [
  foldName(name.value),
  `${flow}/${name.value}`,
]);

/** Dialogs by their own name without signs: `not_understood` is for `notUnderstood`. */
export const dialogsSounding = dialogTable(({ dialog: { flow, name } }) => [
  bare(name.value),
  `${flow}/${name.value}`,
]);

export function bare(name: string): string {
  return name.replace(/[_.-]/g, '').toLowerCase();
}

/** The names of the dialogs of a flow (folded). */
export const dialogsOfFlow = dialogTable(({ dialog: { flow, name } }) => [foldName(flow), name.value]);

/** Which dialogs, as `flow/dialog`, answer an intent in the same contexts. */
export const triggers = dialogTable(
  ({ file, dialog }) => {
    const key = hasUnclearTrigger(file, dialog) ? undefined : triggerKey(dialog);
    return key === undefined ? undefined : [key, `${dialog.flow}/${dialog.name.value}`];
  },
  // A file that does not parse is not held against the schema: what is unclear is clear while another dialog is broken.
  ({ file, dialog }) => (hasUnclearTrigger(file, dialog) ? 'unclear' : ''),
);

/** True when the trigger has a mistake: contexts that cannot be read may tell it from others. */
export function hasUnclearTrigger(file: ProjectFile, { trigger }: Dialog): boolean {
  return trigger !== undefined && hasSchemaProblem(file, trigger.span);
}

/** The intent and the contexts that a dialog answers; undefined for one without an intent. */
export function triggerKey({ trigger }: Dialog): string | undefined {
  if (!trigger?.intent) return undefined;
  const contexts = trigger.requires.map(({ value }) => foldName(value)).sort();
  return [foldName(trigger.intent.value), ...new Set(contexts)].join(' ');
}

/** What buttons say. A label with a placeholder, which may say anything, counts as `{`. */
export const labels = tableOf(
  new DialogFact(({ dialog }) => labelsIn(dialog)),
  isSameFact,
  (all) => new Map(all.flat().map((label) => [label, true as const])),
);

function labelsIn(dialog: Dialog): readonly string[] {
  return buttonsOf(dialog).flatMap(({ label }) =>
    [...label.values()].map(({ text }) => (text.value.includes('{') ? '{' : text.value)),
  );
}

/** Files of flows with parts that cannot be understood. */
export const unclearFlows = factTable(['flow'], ({ schemaProblems }) => {
  const isUnclear = schemaProblems.some(({ code }) => code !== 'schema/invalid-value');
  return new Map(isUnclear ? [['', true as const]] : []);
});

/** A dialog of a file by its `flow/dialog`, folded; the first one of that name. */
export function dialogAt(file: ProjectFile, path: string): Dialog | undefined {
  return dialogsByPath(file).get(path);
}

const dialogsByPath = oncePerTree(
  (file) =>
    new Map(
      dialogsIn(file)
        .toReversed()
        .map((dialog) => [keyOf(dialog), dialog]),
    ),
);
