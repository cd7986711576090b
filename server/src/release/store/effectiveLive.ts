import type { Deployment, LiveRelease } from '../contract';

/** What is in force for the users of a bot. */
export interface EffectiveLive {
  readonly release: LiveRelease;
  readonly deployment: Deployment;
  /** Inactive bots answer with their `disabled` dialog. */
  readonly active: boolean;
}

/**
 * What is in force at `now`, from the head of the live branch: the one place that rules, gates, views and gateway ask.
 * Without a schedule it is the head at any time.
 */
export function effectiveLive(head: LiveRelease, _now: Date): EffectiveLive {
  return { release: head, deployment: head.deployment, active: head.deployment.status === 'active' };
}
