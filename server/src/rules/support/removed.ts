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

const renames = new WeakMap<BotSnapshot, Map<Intent, Placed<Intent> | undefined>>();

/** The intent that took over the expressions of a removed one: new in the draft, and holding most of them. */
export function renamedTo(context: RuleContext, removed: Placed<Intent>): Placed<Intent> | undefined {
  const known = renames.get(context.bot) ?? new Map<Intent, Placed<Intent> | undefined>();
  renames.set(context.bot, known);
  if (!known.has(removed.item)) known.set(removed.item, findRenamed(context, removed));
  return known.get(removed.item);
}

/** Folded names of intents that links to others probably mean: their findings say so. */
export function meantIntents(context: RuleContext): ReadonlySet<string> {
  const names = [...unknownReferences(context.bot, 'intent')].map(({ name }) => {
    const removed = removedIntent(context, name);
    return removed ? renamedTo(context, removed)?.item.name.value : nearestName(context.bot, 'intent', name);
  });
  return new Set(names.map((name) => foldName(name ?? '')));
}

function findRenamed(context: RuleContext, removed: Placed<Intent>): Placed<Intent> | undefined {
  const { live } = context;
  if (live.kind !== 'known') return undefined;
  const before = keysOf(removed.item);
  let best: { readonly intent: Placed<Intent>; readonly shared: number } | undefined;
  for (const intent of firstIntents(context.bot)) {
    if (live.bot.intent(intent.item.name.value).length > 0) continue;
    const shared = countShared(before, keysOf(intent.item));
    if (shared >= before.size * RENAMED_SHARE && shared > (best?.shared ?? 0)) best = { intent, shared };
  }
  return best?.intent;
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
