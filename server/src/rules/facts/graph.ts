import { DEFAULT_DIALOGS } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import { inPieces, takenFrom } from '../../text/inPieces';
import type { Uri } from '../../text/uri';
import type { Index, Lookups } from '../engine/lookups';
import type { DerivedTable } from '../engine/table';
import { isDefined } from '../support/definitions';
import { nearestDefault, nearestDialog } from '../support/meant';
import { doubt, isMisnamed, USING } from './doubt';
import { dialogsNamed, dialogsOfFlow, dialogsSounding, graph, type Node } from './flows';
import { undefinedNames } from './meant';
import { append, definitions, names } from './names';
import { defaultDialog, settings } from './settings';

/** Comparing every link to nowhere with every dialog is quadratic: a bot with this many has other worries. */
const MOST_LINKS = 100;

/** Where links to dialogs that do not exist would lead if they were not misspelt: by folded link, folded. */
const meantDialogs: DerivedTable<string> = {
  kind: 'derived',
  from: [undefinedNames.dialog, names.flow, definitions.flow, dialogsOfFlow, dialogsNamed],
  compute(index) {
    const found = new Map<string, string>();
    const links = [...index.allDerived(undefinedNames.dialog)].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [key, link] of links.slice(0, MOST_LINKS)) {
      const meant = nearestDialog(index, link);
      if (meant !== undefined) found.set(key, foldName(meant));
    }
    return found;
  },
};

/** The default dialogs, or those that should probably be: folded. */
const defaultDialogs: DerivedTable<true> = {
  kind: 'derived',
  from: [
    settings,
    definitions.dialog,
    definitions.flow,
    names.flow,
    dialogsOfFlow,
    dialogsNamed,
    dialogsSounding,
  ],
  compute(index) {
    const found = new Map<string, true>();
    for (const kind of DEFAULT_DIALOGS) {
      const link = defaultDialog(index, kind);
      const exists = link !== undefined && isDefined(index, 'dialog', link);
      const meant = exists ? link : nearestDefault(index, kind, link);
      if (meant !== undefined) found.set(foldName(meant), true);
    }
    return found;
  },
};

/** Dialogs (folded, without their flow) that a file which cannot be understood may lead to; `*` for all of them. */
const doubtfulDialogs: DerivedTable<true> = {
  kind: 'derived',
  from: [doubt, dialogsNamed],
  compute(index) {
    const found = new Map<string, true>();
    const all = index.all(dialogsNamed);
    for (const key of index.all(doubt).keys()) {
      const [kind = '', word] = key.split(' ');
      if (!USING.some((using) => using === kind)) continue;
      if (word === undefined) found.set('*', true);
      else if (all.has(word)) found.set(word, true);
    }
    return found;
  },
};

/** A dialog (`flow/dialog`), or a flow that is lost as a whole: one cause, whatever its dialogs are linked to. */
type Unit = string;

type Links = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Dialogs and flows that no trigger, link or default dialog leads to, by the file in which they stand: as
 * `flow/dialog` and `flow`, folded. By cause: what only hangs on a lost dialog is not listed again. A dialog with a
 * trigger can be reached even when its intent does not exist: that has a finding of its own.
 */
export const lost: DerivedTable<readonly string[]> = {
  kind: 'derived',
  from: [graph, definitions.flow, definitions.dialog, meantDialogs, defaultDialogs, doubtfulDialogs],
  *compute(index) {
    const links = yield* linksOf(index);
    const reached = yield* closure(yield* rootsOf(index), links, new Set());
    const nodes = index.all(graph);
    const entered = new Set<string>();
    const unreached: string[] = [];
    yield* inPieces(nodes, ([key, found]) => {
      if (!reached.has(key)) unreached.push(key);
      else for (const { value } of found) for (const [flow] of value) entered.add(flow);
    });
    const unitOf = new Map<string, Unit>();
    yield* inPieces(yield* inOrder(index, unreached), (key) => {
      const flow = firstNode(index, key)?.[0] ?? '';
      unitOf.set(key, entered.has(flow) ? key : flow);
    });
    const causes = yield* causesAmong(new Set(unitOf.values()), yield* linksOfUnits(unitOf, links));
    const byFile = new Map<Uri, string[]>();
    yield* inPieces(causes, (unit) => {
      const files = unit.includes('/')
        ? index.look(graph, unit)
        : index.look(definitions.flow, unit).slice(0, 1);
      for (const { uri } of files) append(byFile, uri, unit);
    });
    return new Map([...byFile].map(([uri, units]) => [uri, units.sort()]));
  },
};

type Steps<T> = Generator<void, T, void>;

function* rootsOf(index: Index): Steps<string[]> {
  const doubtful = index.allDerived(doubtfulDialogs);
  const isRoot = ([, name, , hasTrigger]: Node): boolean =>
    hasTrigger || doubtful.has('*') || doubtful.has(foldName(name)) || isMisnamed(name);
  const roots: string[] = [...index.allDerived(defaultDialogs).keys()];
  yield* inPieces(index.all(graph), ([key, found]) => {
    if (found.some(({ value }) => value.some(isRoot))) roots.push(key);
  });
  return roots;
}

function* linksOf(index: Index): Steps<Links> {
  const meant = index.allDerived(meantDialogs);
  const links = new Map<string, Set<string>>();
  yield* inPieces(index.all(graph), ([key, found]) => {
    const targets = new Set<string>();
    for (const [, , , , named] of found.flatMap(({ value }) => value)) {
      for (const name of named) {
        const target = foldName(name);
        targets.add(meant.get(target) ?? target);
      }
    }
    links.set(key, targets);
  });
  return links;
}

function* linksOfUnits(unitOf: ReadonlyMap<string, Unit>, links: Links): Steps<Links> {
  const result = new Map<Unit, Set<Unit>>();
  yield* inPieces(unitOf, ([dialog, unit]) => {
    const targets = result.get(unit) ?? new Set();
    result.set(unit, targets);
    for (const target of links.get(dialog) ?? []) {
      const targetUnit = unitOf.get(target);
      if (targetUnit !== undefined && targetUnit !== unit) targets.add(targetUnit);
    }
  });
  return result;
}

/** Units that nothing else lost leads to; of a ring of lost units, the first. */
function* causesAmong(units: ReadonlySet<Unit>, links: Links): Steps<ReadonlySet<Unit>> {
  const led = new Set<Unit>();
  yield* inPieces(links.values(), (targets) => {
    for (const target of targets) led.add(target);
  });
  const causes = new Set([...units].filter((unit) => !led.has(unit)));
  const covered = yield* closure([...causes], links, new Set());
  for (const unit of units) {
    if (covered.has(unit)) continue;
    causes.add(unit);
    yield* closure([unit], links, covered);
    yield;
  }
  return causes;
}

/** Adds to `found` what can be reached, and looks no further where it is known already. */
function* closure(from: readonly string[], links: Links, found: Set<string>): Steps<Set<string>> {
  const waiting = [...from];
  yield* inPieces(takenFrom(waiting), (key) => {
    if (found.has(key)) return;
    found.add(key);
    for (const next of links.get(key) ?? []) waiting.push(next);
  });
  return found;
}

/** A ring of dialogs that lead to each other without ever waiting for the user. */
export type Ring = readonly [
  /** `flow/dialog`, folded, of the dialog that it is told at. */
  at: string,
  /** Names of the dialogs around it, the first again at the end; no more than make a sentence. */
  names: readonly string[],
];

/** More names than this make no sentence. */
const NAMED = 10;

/** Rings of dialogs by the file of the one that they are told at. */
export const rings: DerivedTable<readonly Ring[]> = {
  kind: 'derived',
  from: [graph],
  *compute(index) {
    const doomed = yield* neverStopping(index);
    const visited = new Set<string>();
    const byFile = new Map<Uri, Ring[]>();
    yield* inPieces(yield* inOrder(index, doomed.keys()), (begin) => {
      const path: string[] = [];
      let key = begin;
      while (doomed.has(key) && !visited.has(key)) {
        visited.add(key);
        path.push(key);
        key = doomed.get(key)?.[0] ?? '';
      }
      const start = path.indexOf(key);
      const uri = index.look(graph, key)[0]?.uri;
      if (start === -1 || uri === undefined) return;
      const around = [...path.slice(start, start + NAMED), key].slice(0, NAMED);
      append(byFile, uri, [key, around.map((name) => firstNode(index, name)?.[1] ?? name)] as Ring);
    });
    return byFile;
  },
};

/** Dialogs from which no way leads to one that waits or ends, with where each goes on to. */
function* neverStopping(index: Index): Steps<ReadonlyMap<string, readonly string[]>> {
  const nodes = index.all(graph);
  const onward = new Map<string, readonly string[]>();
  const back = new Map<string, string[]>();
  const stopping: string[] = [];
  yield* inPieces(nodes, ([key, found]) => {
    for (const [, , , , , targets] of found.flatMap(({ value }) => value)) {
      if (targets.length === 0 || targets.some((target) => !nodes.has(target))) stopping.push(key);
      onward.set(key, targets);
      for (const target of targets) append(back, target, key);
    }
  });
  yield* inPieces(takenFrom(stopping), (key) => {
    if (onward.delete(key)) for (const source of back.get(key) ?? []) stopping.push(source);
  });
  return onward;
}

function firstNode(lookups: Lookups, key: string): Node | undefined {
  return lookups.look(graph, key)[0]?.value[0];
}

/** Dialogs in the order of the files, and in each in its own. */
function* inOrder(index: Index, keys: Iterable<string>): Steps<string[]> {
  const byFile = new Map<Uri, { readonly key: string; readonly place: number }[]>();
  yield* inPieces(keys, (key) => {
    const [first] = index.look(graph, key);
    append(byFile, first?.uri ?? '', { key, place: first?.value[0]?.[2] ?? 0 });
  });
  const ordered: string[] = [];
  yield* inPieces([...byFile.keys()].sort(), (uri) => {
    const own = (byFile.get(uri) ?? []).sort((a, b) => a.place - b.place);
    for (const { key } of own) ordered.push(key);
  });
  return ordered;
}
