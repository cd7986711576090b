import { t } from '@vscode/l10n';
import {
  type FlowChoicesOutcome,
  FlowChoicesRequest,
  type PlanOutcome,
  type PlanParams,
  PlanRequest,
  type PublishOutcome,
  PublishRequest,
} from '../../protocol';
import type { PlanOptions as ReleasePlanOptions, PublishResult, PublishStep } from '../../release/contract';
import { OVERRIDABLE } from '../../release/gates/override';
import { stepWords } from '../../release/stepWords';
import type { Uri } from '../../text/uri';
import { signalOf } from '../guard';
import type { Session } from '../session';
import { answerForBot, refused } from './answer';
import { Progress } from './progress';
import { changeView, planView } from './views';

/** Plan and publish. What is published is exactly what was shown: a plan that would differ now is outdated. */
export function registerPublishing(session: Session): void {
  answerForBot(session, PlanRequest, refused, async (bot, params, token): Promise<PlanOutcome> => {
    const releases = await session.releases();
    const progress = new Progress(session, params.workDoneToken);
    try {
      progress.report(stepWords('checking'), 0);
      const options = planOptions(params, signalOf(token));
      const plan = await releases.plan(bot, session.workspace.snapshot(), params.release, options);
      if (plan.ok) return { kind: 'planned', plan: planView(bot.root, plan.value) };
      return plan.error.reason === 'cancelled' ? { kind: 'cancelled' } : refused(plan.error.message);
    } finally {
      progress.end();
    }
  });

  answerForBot(session, FlowChoicesRequest, refused, async (bot): Promise<FlowChoicesOutcome> => {
    const releases = await session.releases();
    const found = await releases.flowChoices(bot);
    if (!found.ok) return refused(found.error.message);
    return {
      kind: 'choices',
      choices: found.value.map(({ flows, changes }) => ({
        flows: [...flows],
        changes: changes.map(changeView),
      })),
    };
  });

  answerForBot(session, PublishRequest, refused, async (bot, params, token): Promise<PublishOutcome> => {
    const releases = await session.releases();
    const signal = signalOf(token);
    const progress = new Progress(session, params.workDoneToken);
    try {
      progress.report(stepWords('checking'), 0);
      const options = planOptions(params, signal);
      const plan = await releases.plan(bot, session.workspace.snapshot(), params.release, options);
      if (!plan.ok) {
        return plan.error.reason === 'cancelled' ? { kind: 'cancelled' } : refused(plan.error.message);
      }
      if (plan.value.liveCommit !== params.liveCommit) {
        return { kind: 'outdated', reason: t('LIVE has changed since the plan was shown.') };
      }
      if (plan.value.contentHash !== params.contentHash) {
        return { kind: 'outdated', reason: t('The draft has changed since the plan was shown.') };
      }
      const result = await releases.publish(bot, plan.value, {
        notes: params.notes,
        signal,
        onStep: (step) => progress.report(stepWords(step), PERCENTAGES[step]),
      });
      return outcomeOf(session, bot.root, result);
    } finally {
      progress.end();
      await session.refreshLive();
      session.tellViews(true);
    }
  });
}

function planOptions(
  { flows = [], overwriteLive, override }: PlanParams,
  signal: AbortSignal,
): ReleasePlanOptions {
  return {
    flows,
    overwriteLive: overwriteLive ?? undefined,
    override: override
      ? { gates: OVERRIDABLE.filter((gate) => override.gates.includes(gate)), reason: override.reason }
      : undefined,
    signal,
  };
}

function outcomeOf(session: Session, root: Uri, result: PublishResult): PublishOutcome {
  switch (result.outcome) {
    case 'published': {
      const { version, commit, tag, warnings } = result;
      for (const warning of warnings) session.connection.console.warn(warning);
      return { kind: 'published', version, commit, tag };
    }
    case 'blocked':
      return { kind: 'blocked', plan: planView(root, result.plan) };
    case 'outdated':
      return { kind: 'outdated', reason: result.message };
    case 'failed':
      return result.problem.reason === 'cancelled' ? { kind: 'cancelled' } : refused(result.problem.message);
  }
}

const PERCENTAGES: Readonly<Record<PublishStep, number>> = {
  checking: 10,
  writing: 40,
  verifying: 70,
  moving: 85,
  tagging: 95,
};
