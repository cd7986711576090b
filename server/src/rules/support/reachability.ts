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

type Unit = string;

function compute(bot: BotSnapshot): Unreachable {
  const links = linksBetween(bot);
  const reached = closure(rootsOf(bot), links);
  const lost = bot.dialogs.filter(({ item }) => !reached.has(keyOf(item)));

  // A flow that is lost as a whole is one cause, whatever its dialogs are linked to.
  const entered = new Set(
    bot.dialogs.filter(({ item }) => reached.has(keyOf(item))).map(({ item }) => foldName(item.flow)),
  );
  const unitOf = (item: Dialog): Unit =>
    entered.has(foldName(item.flow)) ? keyOf(item) : foldName(item.flow);
  const units = new Map<Unit, Placed<Dialog>[]>();
  for (const dialog of lost) {
    const unit = unitOf(dialog.item);
    units.set(unit, [...(units.get(unit) ?? []), dialog]);
  }
  const unitLinks = new Map<Unit, Set<Unit>>();
  const unitByKey = new Map(lost.map(({ item }) => [keyOf(item), unitOf(item)]));
  for (const [key, unit] of unitByKey) {
    const targets = unitLinks.get(unit) ?? new Set();
    for (const target of links.get(key) ?? []) {
      const targetUnit = unitByKey.get(target);
      if (targetUnit !== undefined && targetUnit !== unit) targets.add(targetUnit);
    }
    unitLinks.set(unit, targets);
  }
  const causes = causesAmong([...units.keys()], unitLinks);
  return {
    flows: new Set(causes.filter((unit) => !unit.includes('/'))),
    dialogs: new Set(lost.filter(({ item }) => causes.includes(keyOf(item))).map(({ item }) => item)),
  };
}

/** Units that nothing else lost leads to; of a ring of lost units, the first. */
function causesAmong(units: readonly Unit[], links: ReadonlyMap<Unit, ReadonlySet<Unit>>): Unit[] {
  const led = new Set([...links.values()].flatMap((targets) => [...targets]));
  const causes = units.filter((unit) => !led.has(unit));
  const covered = new Set(closure(causes, links));
  for (const unit of units) {
    if (covered.has(unit)) continue;
    causes.push(unit);
    for (const more of closure([unit], links)) covered.add(more);
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
function linksBetween(bot: BotSnapshot): ReadonlyMap<string, ReadonlySet<string>> {
  const links = new Map<string, Set<string>>();
  for (const { role, position, dialog, name } of bot.occurrencesOf('dialog')) {
    if (role !== 'reference' || position === 'test' || dialog === undefined) continue;
    const from = foldName(dialog);
    const targets = links.get(from);
    const target = meant(bot, name);
    if (targets) targets.add(target);
    else links.set(from, new Set([target]));
  }
  return links;
}

/** The dialog that a link leads to, or would if it were not misspelt. */
function meant(bot: BotSnapshot, link: string): string {
  return foldName(bot.dialog(link).length > 0 ? link : (nearestDialog(bot, link) ?? link));
}

function closure(
  from: readonly string[],
  links: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...from];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    waiting.push(...(links.get(key) ?? []));
  }
  return found;
}

function keyOf(dialog: Dialog): string {
  return foldName(`${dialog.flow}/${dialog.name.value}`);
}
