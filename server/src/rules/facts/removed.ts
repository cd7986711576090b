import type { Intent } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { Uri } from '../../text/uri';
import type { Index } from '../engine/lookups';
import { type DerivedTable, LIVE } from '../engine/table';
import { firstOf, isDefined } from '../support/definitions';
import { firstIntents, normalFormsOf } from '../support/expressions';
import { nearestName } from '../support/meant';
import { doubt, mayBeDefined } from './doubt';
import { intentsIn, sameExpressions } from './expressions';
import { someUnknown, unknownNames } from './meant';
import { append, definitions, names } from './names';

/** Intents of LIVE that the draft does not define: by folded name, as LIVE writes them. */
const missingIntents: DerivedTable<string> = {
  kind: 'derived',
  from: [LIVE, definitions.intent],
  compute(index) {
    if (index.live.kind !== 'known') return new Map();
    const all = firstIntents(index.live.bot).map(({ item }) => item.name.value);
    return new Map(
      all.filter((name) => !isDefined(index, 'intent', name)).map((name) => [foldName(name), name]),
    );
  },
};

/** Those of them that no file which cannot be understood may define: they were removed. */
const removedIntents: DerivedTable<string> = {
  kind: 'derived',
  from: [missingIntents, doubt],
  compute(index) {
    const all = index.allDerived(missingIntents);
    return new Map([...all].filter(([, name]) => !mayBeDefined(index, 'intent', name)));
  },
};

/** Their names under the empty key, in the order of LIVE. */
export const removedNames: DerivedTable<readonly string[]> = {
  kind: 'derived',
  from: [removedIntents],
  compute: (index) => new Map([['', [...index.allDerived(removedIntents).values()]]]),
};

/** Intents of the draft that LIVE does not have: by folded name, the file of the first definition. */
const newIntents: DerivedTable<Uri> = {
  kind: 'derived',
  from: [LIVE, definitions.intent],
  compute(index) {
    const found = new Map<string, Uri>();
    if (index.live.kind !== 'known') return found;
    const { bot } = index.live;
    for (const [key, [first]] of index.all(definitions.intent)) {
      if (first && bot.intent(key).length === 0) found.set(key, first.uri);
    }
    return found;
  },
};

/** A rename keeps most of the expressions. */
const RENAMED_SHARE = 0.5;

/** Which intent took over most of the expressions of a removed one: by its folded name, the new name and its file. */
export const renamedIntents: DerivedTable<readonly [name: string, file: Uri]> = {
  kind: 'derived',
  from: [removedIntents, newIntents, sameExpressions],
  compute(index) {
    const found = new Map<string, readonly [string, Uri]>();
    const removed = index.allDerived(removedIntents);
    if (index.live.kind !== 'known' || removed.size === 0) return found;
    const byExpression = newExpressions(index);
    for (const [key, name] of removed) {
      const intent = index.live.bot.intent(name)[0];
      const heir = intent && heirOf(intent.item, byExpression);
      if (heir) found.set(key, [heir.name, heir.uri]);
    }
    return found;
  },
};

interface Newcomer {
  readonly name: string;
  readonly uri: Uri;
}

/** The new intents by each of their expressions. */
function newExpressions(index: Index): ReadonlyMap<string, readonly Newcomer[]> {
  const newcomers = index.allDerived(newIntents);
  const found = new Map<string, Newcomer[]>();
  for (const uri of [...new Set(newcomers.values())].sort()) {
    const file = index.open(uri);
    for (const item of file ? firstOf(index, file, intentsIn(file)) : []) {
      if (!newcomers.has(foldName(item.name.value))) continue;
      const newcomer = { name: item.name.value, uri };
      for (const key of expressionsOf(item)) append(found, key, newcomer);
    }
  }
  return found;
}

function heirOf(
  removed: Intent,
  byExpression: ReadonlyMap<string, readonly Newcomer[]>,
): Newcomer | undefined {
  const keys = expressionsOf(removed);
  const shared = new Map<Newcomer, number>();
  for (const key of keys) {
    for (const intent of byExpression.get(key) ?? []) shared.set(intent, (shared.get(intent) ?? 0) + 1);
  }
  const most = Math.max(...shared.values());
  if (most < keys.size * RENAMED_SHARE) return undefined;
  const heirs = [...shared].filter(([, count]) => count === most).map(([intent]) => intent);
  return heirs.sort((a, b) => (a.uri < b.uri || (a.uri === b.uri && a.name < b.name) ? -1 : 1))[0];
}

function expressionsOf(intent: Intent): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [language, block] of intent.expressions) {
    for (const form of normalFormsOf(block)) keys.add(`${language} ${form}`);
  }
  return keys;
}

/** Folded names of intents that links to others probably mean: their findings say so. */
export const meantIntents: DerivedTable<true> = {
  kind: 'derived',
  from: [unknownNames.intent, removedIntents, renamedIntents, names.intent],
  compute(index) {
    const found = new Map<string, true>();
    for (const name of someUnknown(index, 'intent')) {
      const key = foldName(name);
      const meant = index.allDerived(removedIntents).has(key)
        ? index.derived(renamedIntents, key)?.[0]
        : nearestName(index, 'intent', name);
      if (meant !== undefined) found.set(foldName(meant), true);
    }
    return found;
  },
};
