import { foldName } from '../../model/occurrence';
import type { Index } from '../engine/lookups';
import type { DerivedTable } from '../engine/table';
import { nearestName } from '../support/meant';
import { doubt, mayBeDefined } from './doubt';
import { names, references } from './names';

/** Kinds of names that are not called unused when a name that does not exist probably means them. */
export type MeantKind = 'intent' | 'entity' | 'variable' | 'context' | 'dialog';

function perKind<T>(make: (symbol: MeantKind) => T): Readonly<Record<MeantKind, T>> {
  return {
    intent: make('intent'),
    entity: make('entity'),
    variable: make('variable'),
    context: make('context'),
    dialog: make('dialog'),
  };
}

/** Names that the bot uses and nothing defines: by folded name, as first written. */
export const undefinedNames = perKind(
  (symbol): DerivedTable<string> => ({
    kind: 'derived',
    from: [references[symbol], names[symbol]],
    compute(index) {
      const found = new Map<string, string>();
      const defined = index.all(names[symbol]);
      for (const [key, [first]] of index.all(references[symbol])) {
        if (first && !defined.has(key)) found.set(key, first.value);
      }
      return found;
    },
  }),
);

/** Those of them that no file which cannot be understood may define. */
export const unknownNames = perKind(
  (symbol): DerivedTable<string> => ({
    kind: 'derived',
    from: [undefinedNames[symbol], doubt],
    compute(index) {
      const all = index.allDerived(undefinedNames[symbol]);
      return new Map([...all].filter(([, name]) => !mayBeDefined(index, symbol, name)));
    },
  }),
);

/** Comparing every unknown name with every known one is quadratic: a bot with this many mistakes has other worries. */
const MOST_NAMES = 100;

/** The first unknown names of a kind in their own order, as written. */
export function someUnknown(index: Index, symbol: MeantKind): readonly string[] {
  const all = [...index.allDerived(unknownNames[symbol])].sort(([a], [b]) => (a < b ? -1 : 1));
  return all.slice(0, MOST_NAMES).map(([, name]) => name);
}

/** Folded names that unknown ones probably mean. */
export const meantNames = perKind(
  (symbol): DerivedTable<true> => ({
    kind: 'derived',
    from: [unknownNames[symbol], names[symbol]],
    compute(index) {
      const near = someUnknown(index, symbol).map((name) => nearestName(index, symbol, name));
      return new Map(near.flatMap((name) => (name === undefined ? [] : [[foldName(name), true]])));
    },
  }),
);
