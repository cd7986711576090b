import type { LiveState } from '../../rules/rule';
import type { LiveDrift } from '../contract';
import { describeChange } from '../difference/describe';

/** LIVE as rules compare with it, told that it drifted. */
export function withDrift(live: LiveState, drift: LiveDrift | undefined): LiveState {
  if (live.kind !== 'known' || !drift) return live;
  return { ...live, drift: { by: drift.author, changes: drift.changes.map(describeChange) } };
}
