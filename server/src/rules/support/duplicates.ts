import { foldName } from '../../model/occurrence';
import type { BotSnapshot, ProjectFile } from '../../project/snapshot';
import type { Located } from '../../text/range';

/** What has a name that must be unique. */
export type NamedKind = 'intent' | 'entity' | 'flow' | 'dialog';

export interface NamedPlace {
  readonly kind: NamedKind;
  readonly file: ProjectFile;
  readonly name: Located;
}

/** A definition whose name, with case folded, is taken by an earlier one. */
export interface NameClash {
  readonly later: NamedPlace;
  readonly earlier: NamedPlace;
  /** False when the names differ by case. */
  readonly exact: boolean;
}

/**
 * Every definition that shares its name with an earlier one. Dialogs are compared within one flow definition: of a flow
 * that is defined twice, the dialogs are not told again.
 */
export function* nameClashes(bot: BotSnapshot): Iterable<NameClash> {
  const places = (kind: NamedKind, items: BotSnapshot['intents' | 'entities' | 'flows']): NamedPlace[] =>
    items.map(({ file, item }) => ({ kind, file, name: item.name }));
  yield* clashesAmong(places('intent', bot.intents));
  yield* clashesAmong(places('entity', bot.entities));
  yield* clashesAmong(places('flow', bot.flows));
  for (const { file, item } of bot.flows) {
    yield* clashesAmong(item.dialogs.map(({ name }) => ({ kind: 'dialog', file, name })));
  }
}

function* clashesAmong(places: readonly NamedPlace[]): Iterable<NameClash> {
  const seen = new Map<string, NamedPlace[]>();
  for (const later of places) {
    const folded = foldName(later.name.value);
    const earlier = seen.get(folded);
    if (!earlier) {
      seen.set(folded, [later]);
      continue;
    }
    const same = earlier.find(({ name }) => name.value === later.name.value);
    const other = same ?? earlier[0];
    if (other) yield { later, earlier: other, exact: same !== undefined };
    earlier.push(later);
  }
}
