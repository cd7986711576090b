import type { Intent } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { BotSnapshot, Placed } from '../../project/snapshot';
import type { RuleContext } from '../rule';
import { mayBeDefined } from './doubt';
import { firstIntents, normalFormsOf } from './expressions';
import { nearestName } from './meant';
import { unknownReferences } from './references';

/** The intent as LIVE has it, when the draft has it no longer. */
export function removedIntent(context: RuleContext, name: string): Placed<Intent> | undefined {
  if (context.live.kind !== 'known') return undefined;
  if (context.bot.intent(name).length > 0 || mayBeDefined(context.bot, 'intent', name)) return undefined;
  return context.live.bot.intent(name)[0];
}

/** A rename keeps most of the expressions. */
const RENAMED_SHARE = 0.5;

/** The intent that took over the expressions of a removed one: new in the draft, and holding most of them. */
export function renamedTo(context: RuleContext, removed: Placed<Intent>): Placed<Intent> | undefined {
  if (context.live.kind !== 'known') return undefined;
  const byKey = newcomersOf(context.bot, context.live.bot);
  const keys = keysOf(removed.item);
  const shared = new Map<Placed<Intent>, number>();
  for (const key of keys) {
    for (const intent of byKey.get(key) ?? []) shared.set(intent, (shared.get(intent) ?? 0) + 1);
  }
  const most = Math.max(...shared.values());
  if (most < keys.size * RENAMED_SHARE) return undefined;
  return [...shared.keys()].find((intent) => shared.get(intent) === most);
}

const newcomers = new WeakMap<BotSnapshot, WeakMap<BotSnapshot, Newcomers>>();

/** The intents of the draft that LIVE does not have, by each of their expressions. */
type Newcomers = ReadonlyMap<string, readonly Placed<Intent>[]>;

function newcomersOf(draft: BotSnapshot, live: BotSnapshot): Newcomers {
  const known = newcomers.get(draft) ?? new WeakMap<BotSnapshot, Newcomers>();
  newcomers.set(draft, known);
  const found = known.get(live);
  if (found) return found;
  const byKey = new Map<string, Placed<Intent>[]>();
  for (const intent of firstIntents(draft)) {
    if (live.intent(intent.item.name.value).length > 0) continue;
    for (const key of keysOf(intent.item)) byKey.set(key, [...(byKey.get(key) ?? []), intent]);
  }
  known.set(live, byKey);
  return byKey;
}

/** Folded names of intents that links to others probably mean: their findings say so. */
export function meantIntents(context: RuleContext): ReadonlySet<string> {
  const names = [...unknownReferences(context.bot, 'intent')].map(({ name }) => {
    const removed = removedIntent(context, name);
    return removed ? renamedTo(context, removed)?.item.name.value : nearestName(context.bot, 'intent', name);
  });
  return new Set(names.map((name) => foldName(name ?? '')));
}

/** Up to `count` intents of the draft that a removed one may be replaced by: those that share most of its words. */
export function nearestIntents(
  context: RuleContext,
  removed: Placed<Intent>,
  count: number,
): readonly string[] {
  const renamed = renamedTo(context, removed);
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

function keysOf(intent: Intent): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [language, block] of intent.expressions) {
    for (const form of normalFormsOf(block)) keys.add(`${language} ${form}`);
  }
  return keys;
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
