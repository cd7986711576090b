import { t } from '@vscode/l10n';
import type { Access } from './access';
import type { PublishOptions, PublishResult, ReleasePlan } from './contract';
import { writeBases } from './store/base';
import { publishRelease } from './store/publish';

/** Publishes exactly what a plan says, unless a gate blocks or LIVE is not what it was planned against. */
export async function publishPlan(
  { repository, bot }: Access,
  plan: ReleasePlan,
  options: PublishOptions,
): Promise<PublishResult> {
  if (!plan.possible) return { outcome: 'blocked', plan };
  const { kind, files, hashes, gates, source, bases, liveCommit } = plan;
  const models = plan.models.flatMap(({ language, input, model }) =>
    model ? [{ language, input, ...model }] : [],
  );
  const result = await publishRelease(
    repository,
    { bot, kind, files, models, hashes, gates, source, base: bases.nlp?.version ?? null, liveCommit },
    options,
  );
  if (result.outcome !== 'published') return result;
  const noted = await writeBases(repository, bot, {
    nlp: result.version,
    flow: flowBase(plan, result.version),
  });
  if (noted.ok) return result;
  const warning = t('It was not noted from which version the draft descends. {0}', noted.error.message);
  return { ...result, warnings: [...result.warnings, warning] };
}

/**
 * After NLP only was published over flows that the draft does not descend from, it still does not: the next full publish
 * must warn about them.
 */
function flowBase({ kind, drift, bases }: ReleasePlan, version: number): number {
  const isCurrent = kind === 'full' || drift.flow?.length === 0;
  return isCurrent ? version : (bases.flow?.version ?? 0);
}
