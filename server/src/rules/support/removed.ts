import type { Intent } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { Placed } from '../../project/snapshot';
import { mayBeDefined } from '../facts/doubt';
import { intentsIn } from '../facts/expressions';
import { renamedIntents } from '../facts/removed';
import { indexOf } from '../engine/indexes';
import type { Lookups } from '../engine/lookups';
import type { RuleContext } from '../rule';
import { firstOf, isDefined } from './definitions';
import { firstIntents, normalFormsOf } from './expressions';

/** The intent as LIVE has it, when the draft has it no longer. */
export function removedIntent(lookups: Lookups, name: string): Placed<Intent> | undefined {
  if (isDefined(lookups, 'intent', name) || mayBeDefined(lookups, 'intent', name)) return undefined;
  const { live } = lookups;
  return live.kind === 'known' ? live.bot.intent(name)[0] : undefined;
}

/** The intent that took over the expressions of a removed one: new in the draft, and holding most of them. */
export function renamedTo(lookups: Lookups, removed: string): Placed<Intent> | undefined {
  const [name, uri] = lookups.derived(renamedIntents, foldName(removed)) ?? [];
  const file = uri === undefined ? undefined : lookups.open(uri);
  const item = file && firstOf(lookups, file, intentsIn(file)).find((intent) => intent.name.value === name);
  return item && { file, item };
}

/** Up to `count` intents of the draft that a removed one may be replaced by: those that share most of its words. */
export function nearestIntents(
  context: RuleContext,
  removed: Placed<Intent>,
  count: number,
): readonly string[] {
  const renamed = renamedTo(indexOf(context), removed.item.name.value);
  const words = wordsOf(removed.item);
  const scored = firstIntents(context.bot).map(({ item }) => ({
    name: item.name.value,
    score: item === renamed?.item ? Infinity : overlap(words, wordsOf(item)),
  }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (foldName(a.name) < foldName(b.name) ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name);
}

function wordsOf(intent: Intent): ReadonlySet<string> {
  const words = new Set(intent.name.value.toLowerCase().split(/[_.-]+/));
  for (const block of intent.expressions.values()) {
    for (const form of normalFormsOf(block)) for (const word of form.split(' ')) words.add(word);
  }
  return words;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = countShared(a, b);
  return shared / (a.size + b.size - shared);
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const key of a) if (b.has(key)) shared++;
  return shared;
}
