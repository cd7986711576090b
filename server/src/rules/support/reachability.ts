import { DEFAULT_DIALOGS, type Dialog } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { BotSnapshot, Placed } from '../../project/snapshot';
import { mayBeUsed } from './doubt';
import { nearestDefault, nearestDialog } from './meant';

/** What no conversation can reach, by cause: what only hangs on an unreachable dialog is not listed again. */
export interface Unreachable {
  /** Folded names of flows of which no dialog can be reached. */
  readonly flows: ReadonlySet<string>;
  readonly dialogs: ReadonlySet<Dialog>;
}

const known = new WeakMap<BotSnapshot, Unreachable>();

/**
 * Dialogs and flows that no trigger, link or default dialog leads to. A dialog with a trigger can be reached even when
 * its intent does not exist: that has a finding of its own.
 */
export function unreachable(bot: BotSnapshot): Unreachable {
  let result = known.get(bot);
  if (!result) {
    result = compute(bot);
    known.set(bot, result);
  }
  return result;
}

/** A dialog (`flow/dialog`), or a flow that is lost as a whole: one cause, whatever its dialogs are linked to. */
type Unit = string;

type Links = ReadonlyMap<string, ReadonlySet<string>>;

function compute(bot: BotSnapshot): Unreachable {
  const links = linksBetween(bot);
  const reached = closure(rootsOf(bot), links, new Set());
  const isReached = ({ item }: Placed<Dialog>): boolean => reached.has(keyOf(item));
  const entered = new Set(bot.dialogs.filter(isReached).map(({ item }) => foldName(item.flow)));
  const unitOf = new Map<string, Unit>();
  for (const dialog of bot.dialogs) {
    const { item } = dialog;
    if (isReached(dialog)) continue;
    unitOf.set(keyOf(item), entered.has(foldName(item.flow)) ? keyOf(item) : foldName(item.flow));
  }
  const causes = causesAmong(new Set(unitOf.values()), linksOfUnits(unitOf, links));
  return {
    flows: new Set([...causes].filter((unit) => !unit.includes('/'))),
    dialogs: new Set(bot.dialogs.filter(({ item }) => causes.has(keyOf(item))).map(({ item }) => item)),
  };
}

function linksOfUnits(unitOf: ReadonlyMap<string, Unit>, links: Links): Links {
  const result = new Map<Unit, Set<Unit>>();
  for (const [dialog, unit] of unitOf) {
    const targets = result.get(unit) ?? new Set();
    result.set(unit, targets);
    for (const target of links.get(dialog) ?? []) {
      const targetUnit = unitOf.get(target);
      if (targetUnit !== undefined && targetUnit !== unit) targets.add(targetUnit);
    }
  }
  return result;
}

/** Units that nothing else lost leads to; of a ring of lost units, the first. */
function causesAmong(units: ReadonlySet<Unit>, links: Links): ReadonlySet<Unit> {
  const led = new Set([...links.values()].flatMap((targets) => [...targets]));
  const causes = new Set([...units].filter((unit) => !led.has(unit)));
  const covered = closure([...causes], links, new Set());
  for (const unit of units) {
    if (covered.has(unit)) continue;
    causes.add(unit);
    closure([unit], links, covered);
  }
  return causes;
}

function rootsOf(bot: BotSnapshot): string[] {
  const roots = bot.dialogs.filter(({ item }) => item.trigger || mayBeUsed(bot, item.name.value));
  const defaults = DEFAULT_DIALOGS.map((kind) => {
    const link = bot.settings?.item.dialogs.get(kind)?.value;
    const exists = link !== undefined && bot.dialog(link).length > 0;
    return foldName((exists ? link : nearestDefault(bot, kind, link)) ?? '');
  });
  return [...roots.map(({ item }) => keyOf(item)), ...defaults];
}

/** Which dialogs a dialog's links name; a test leads nowhere. */
function linksBetween(bot: BotSnapshot): Links {
  const links = new Map<string, Set<string>>();
  for (const { role, position, dialog, name } of bot.occurrencesOf('dialog')) {
    if (role !== 'reference' || position === 'test' || dialog === undefined) continue;
    const from = foldName(dialog);
    const targets = links.get(from) ?? new Set();
    links.set(from, targets.add(meant(bot, name)));
  }
  return links;
}

/** The dialog that a link leads to, or would if it were not misspelt. */
function meant(bot: BotSnapshot, link: string): string {
  return foldName(bot.dialog(link).length > 0 ? link : (nearestDialog(bot, link) ?? link));
}

/** Adds to `found` what can be reached, and looks no further where it is known already. */
function closure(from: readonly string[], links: Links, found: Set<string>): Set<string> {
  const waiting = [...from];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    for (const next of links.get(key) ?? []) waiting.push(next);
  }
  return found;
}

function keyOf(dialog: Dialog): string {
  return foldName(`${dialog.flow}/${dialog.name.value}`);
}
