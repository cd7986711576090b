import type { BotSnapshot } from '../project/snapshot';
import { itemsOf } from './content/items';
import type { ItemTable } from './content/items';
import type { ComparedSide, Comparison, Result, Side } from './contract';
import { differenceOf } from './difference/difference';
import type { LiveSide } from './plan/compose';

/** Where the sides of a comparison come from. */
export interface Sources {
  live(): Promise<LiveSide>;
  version(version: number): Promise<Result<ItemTable>>;
}

interface Found {
  readonly side: ComparedSide;
  readonly items: ItemTable;
}

/** What differs between any two of draft, LIVE and versions. A LIVE that does not exist yet holds nothing. */
export async function compareSides(
  bot: BotSnapshot,
  before: Side,
  after: Side,
  sources: Sources,
): Promise<Result<Comparison>> {
  const old = await find(bot, before, sources);
  if (!old.ok) return old;
  const now = await find(bot, after, sources);
  if (!now.ok) return now;
  const changes = differenceOf(old.value.items, now.value.items);
  return { ok: true, value: { bot: bot.id, before: old.value.side, after: now.value.side, changes } };
}

async function find(bot: BotSnapshot, side: Side, sources: Sources): Promise<Result<Found>> {
  switch (side.kind) {
    case 'draft':
      return { ok: true, value: { side, items: itemsOf(bot) } };
    case 'live': {
      const { reading, items } = await sources.live();
      if (reading.kind === 'unknown') return { ok: false, error: reading.problem };
      const version = reading.kind === 'known' ? reading.release.version : null;
      return { ok: true, value: { side: { kind: 'live', version }, items } };
    }
    case 'version': {
      const items = await sources.version(side.version);
      return items.ok ? { ok: true, value: { side, items: items.value } } : items;
    }
  }
}
