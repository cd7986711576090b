import type { DefaultDialog, Dialog } from '../../model/definitions';
import { foldName, type SymbolKind } from '../../model/occurrence';
import type { BotSnapshot, Placed } from '../../project/snapshot';
import { nearestNames } from '../../text/didYouMean';
import { unknownReferences } from './references';

/*
 * Which name was meant by one that does not exist. It is suggested there, and it is not called unused or unreachable as
 * well: that would be a second finding for one slip of the pen.
 */

/** Comparing every unknown name with every known one is quadratic: a bot with this many mistakes has other worries. */
const MOST_NAMES = 100;

const known = new WeakMap<BotSnapshot, Map<string, string | undefined>>();

/** The name of a kind that was probably meant; undefined when none is near. */
export function nearestName(bot: BotSnapshot, symbol: SymbolKind, name: string): string | undefined {
  return remembered(bot, `${symbol} ${foldName(name)}`, () => nearestNames(name, bot.names(symbol), 1)[0]);
}

/**
 * The dialog, as `flow/dialog`, that was probably meant by such a link: one of its flow by a similar name, one of
 * another flow by this very name, or this one of a flow by a similar name.
 */
export function nearestDialog(bot: BotSnapshot, link: string): string | undefined {
  return remembered(bot, `link ${foldName(link)}`, () => {
    const [flow = '', name = link] = link.includes('/') ? link.split('/') : [];
    const holder = bot.flow(flow)[0]?.item ?? bot.flow(nearestName(bot, 'flow', flow) ?? '')[0]?.item;
    const siblings = holder
      ? bot.dialogs.filter(({ item }) => foldName(item.flow) === foldName(holder.name.value))
      : [];
    const named = (dialogs: readonly Placed<Dialog>[], wanted: string | undefined): string | undefined => {
      const found = dialogs.find(
        ({ item }) => wanted !== undefined && foldName(item.name.value) === foldName(wanted),
      );
      return found && linkOf(found);
    };
    const near = nearestNames(
      name,
      siblings.map(({ item }) => item.name.value),
      1,
    )[0];
    return named(siblings, name) ?? named(siblings, near) ?? named(bot.dialogs, name);
  });
}

/**
 * The dialog that a default dialog should probably be: what a link to nowhere means, else the one of its name, as
 * `not_understood` is for `notUnderstood`.
 */
export function nearestDefault(
  bot: BotSnapshot,
  kind: DefaultDialog,
  link: string | undefined,
): string | undefined {
  const found = bot.dialogs.find(({ item }) => bare(item.name.value) === bare(kind));
  return (link === undefined ? undefined : nearestDialog(bot, link)) ?? (found && linkOf(found));
}

const meantNames = new WeakMap<BotSnapshot, Map<SymbolKind, ReadonlySet<string>>>();

/** True when a reference to a name that does not exist probably means this one. */
export function isMeant(bot: BotSnapshot, symbol: SymbolKind, name: string): boolean {
  const bySymbol = meantNames.get(bot) ?? new Map<SymbolKind, ReadonlySet<string>>();
  meantNames.set(bot, bySymbol);
  let names = bySymbol.get(symbol);
  if (!names) {
    const unknown = [...unknownReferences(bot, symbol)];
    names = new Set(unknown.map((reference) => foldName(nearestName(bot, symbol, reference.name) ?? '')));
    bySymbol.set(symbol, names);
  }
  return names.has(foldName(name));
}

function remembered(bot: BotSnapshot, key: string, find: () => string | undefined): string | undefined {
  const names = known.get(bot) ?? new Map<string, string | undefined>();
  known.set(bot, names);
  if (!names.has(key) && names.size < MOST_NAMES) names.set(key, find());
  return names.get(key);
}

function linkOf({ item }: Placed<Dialog>): string {
  return `${item.flow}/${item.name.value}`;
}

function bare(name: string): string {
  return name.replace(/[_.-]/g, '').toLowerCase();
}
