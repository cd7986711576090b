import type { BotSnapshot } from '../../project/snapshot';
import { itemsOf } from '../content/items';
import type { Drift, LiveDrift, LiveReading } from '../contract';
import { driftOf } from '../plan/drift';
import { findBaseItems } from '../plan/lookUp';
import type { Ground } from '../planning';
import { readBases } from '../store/base';

/** What LIVE holds and the draft does not descend from; undefined when there is nothing like that, or it cannot be told. */
export async function readDrift(
  { access, history, live, store, call }: Ground,
  draft: BotSnapshot,
): Promise<LiveDrift | undefined> {
  if (live.reading.kind !== 'known') return undefined;
  const { repository, bot } = access;
  const { version } = live.reading.release;
  const { versions } = history;
  const bases = await readBases(repository, bot, versions, call);
  if (!bases.ok) return undefined;
  const { nlp, flow } = bases.value;
  // The usual case: nobody else published, and nothing has to be compared.
  if (nlp?.ancestors.has(version) && flow?.ancestors.has(version)) return undefined;
  const baseItems = await findBaseItems({ repository, bot, store, versions, call }, bases.value, {
    version,
    items: live.items,
  });
  const drift = driftOf({
    live: live.reading,
    bases: bases.value,
    liveItems: live.items,
    draftItems: itemsOf(draft),
    baseItems,
  });
  return liveDriftOf(live.reading, drift);
}

/** Drift with whose doing it is. */
export function liveDriftOf(live: LiveReading, { nlp, flow }: Drift): LiveDrift | undefined {
  const changes = [...(nlp ?? []), ...(flow ?? [])];
  if (live.kind !== 'known' || changes.length === 0) return undefined;
  const { version, record } = live.release;
  return { version, kind: record.kind, author: record.author.name, changes };
}
