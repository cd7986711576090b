import type { Access } from './access';
import type { PublishOptions, PublishResult, ReleasePlan } from './contract';
import { hotfixOf } from './hotfix/worktree';
import { publishRelease } from './store/publish';

/** Publishes exactly what a plan says, unless a gate blocks or LIVE is not what it was planned against. */
export async function publishPlan(
  { repository, bot }: Access,
  plan: ReleasePlan,
  options: PublishOptions,
): Promise<PublishResult> {
  if (!plan.possible) return { outcome: 'blocked', plan };
  const { files, hashes, gates, bases, liveCommit } = plan;
  const models = plan.models.flatMap(({ language, input, model }) =>
    model ? [{ language, input, ...model }] : [],
  );
  const liveVersion = plan.live.kind === 'known' ? plan.live.release.version : null;
  const isHotfix = hotfixOf(repository)?.bot === bot;
  const kind = isHotfix ? 'hotfix' : plan.kind;
  // The worktree of a hotfix is at a commit of the live branch, which is nobody's source.
  const source = isHotfix ? null : plan.source;
  const base = (plan.kind === 'flows' ? bases.flow : bases.nlp)?.version ?? null;
  const basesAfter = (version: number) => ({ nlp: nlpBase(plan, version), flow: flowBase(plan, version) });
  return publishRelease(
    repository,
    { bot, kind, files, models, hashes, gates, source, base, liveCommit, liveVersion, basesAfter },
    options,
  );
}

/**
 * After NLP only was published over flows that the draft does not descend from, it still does not: the next full publish
 * must warn about them.
 */
function flowBase({ kind, drift, bases }: ReleasePlan, version: number): number {
  const isCurrent = kind === 'full' || drift.flow?.length === 0;
  return isCurrent ? version : (bases.flow?.version ?? 0);
}

/** After chosen flows were published with LIVE's NLP, the draft's descends from what it did before, unless they are one. */
function nlpBase({ kind, drift, bases }: ReleasePlan, version: number): number {
  const isCurrent = kind !== 'flows' || drift.nlp?.length === 0;
  return isCurrent ? version : (bases.nlp?.version ?? 0);
}
