import type { BotSnapshot, ProjectSnapshot } from '../project/snapshot';
import type { PlanOptions, PublishOptions, PublishResult, ReleaseKind, Releases } from './contract';

/** How often a plan is made anew because somebody else published in between. */
const ATTEMPTS = 12;

/**
 * Plans and publishes, and plans afresh when LIVE moved in between. For callers who show no plan to anybody first: every
 * plan goes through all gates, so that what somebody else published is never overwritten unseen.
 */
export async function publishAfresh(
  releases: Releases,
  bot: BotSnapshot,
  project: ProjectSnapshot,
  kind: ReleaseKind,
  options: PlanOptions & PublishOptions,
): Promise<PublishResult> {
  for (let attempt = 1; ; attempt++) {
    const plan = await releases.plan(bot, project, kind, options);
    if (!plan.ok) return { outcome: 'failed', problem: plan.error };
    const result = await releases.publish(bot, plan.value, options);
    if (result.outcome !== 'outdated' || attempt >= ATTEMPTS) return result;
  }
}
