import { t } from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import type { BotSnapshot } from '../../project/snapshot';
import {
  type EvaluateOutcome,
  EvaluateRequest,
  EvaluationPartRequest,
  type EvaluationView,
  type LanguageEvaluationView,
  RememberedEvaluationRequest,
} from '../../protocol';
import type { LanguageEvaluation } from '../../release/quality/evaluateBot';
import { finished } from '../../text/turns';
import { signalOf } from '../guard';
import type { Session } from '../session';
import { answerForBot } from './answer';
import { EvaluationParts } from './evaluationParts';
import { languageViewInSteps } from './evaluationView';
import { measure } from './measuring';
import { evaluator } from './nlpThreads';
import { Progress } from './progress';
import type { RememberedEvaluations } from './rememberedEvaluations';

/** How well the draft's intents are told apart, with progress and cancellation; and what is remembered of that. */
export function registerEvaluation(session: Session): void {
  const remembered = rememberedOnce();
  const parts = new EvaluationParts();
  /** Undefined when nobody waits for it any more. */
  const shown = (bot: BotSnapshot, languages: readonly LanguageEvaluation[], token: CancellationToken) =>
    finished(viewInSteps(parts, bot, languages), () => token.isCancellationRequested);

  answerForBot(
    session,
    EvaluateRequest,
    (reason): EvaluateOutcome => ({ kind: 'refused', reasons: [reason] }),
    async (bot, { workDoneToken }, token): Promise<EvaluateOutcome> => {
      const releases = await session.releases();
      const live = await releases.live(bot);
      if (live.kind === 'unknown' && live.problem.reason === 'untrusted') {
        return { kind: 'refused', reasons: [live.problem.message] };
      }
      const { evaluateBot } = await import('../../release/quality/evaluateBot.js');
      const progress = new Progress(session, workDoneToken);
      try {
        const evaluation = await evaluateBot(bot, {
          ...(await memoryOf(session, bot)),
          evaluator,
          signal: signalOf(token),
          onProgress: (fraction) => progress.report(t('Evaluating {0}', bot.id), Math.floor(fraction * 100)),
        });
        (await remembered()).forget(bot);
        // One language may have been evaluated where another one cannot be.
        if (evaluation.outcome !== 'cancelled') void measure(session, bot);
        switch (evaluation.outcome) {
          case 'evaluated': {
            const view = await shown(bot, evaluation.languages, token);
            return view ? { kind: 'evaluated', evaluation: view } : { kind: 'cancelled' };
          }
          case 'cancelled':
            return { kind: 'cancelled' };
          case 'refused':
            return { kind: 'refused', reasons: [...evaluation.reasons] };
        }
      } finally {
        progress.end();
      }
    },
  );

  answerForBot(
    session,
    RememberedEvaluationRequest,
    () => null,
    async (bot, _params, token) => {
      const languages = await (await remembered()).of(bot, await memoryOf(session, bot));
      return (languages && (await shown(bot, languages, token))) ?? null;
    },
  );

  answerForBot(
    session,
    EvaluationPartRequest,
    () => null,
    (bot, { more }) => parts.take(bot.root, more) ?? null,
  );
}

/** Loaded when it is first needed, as all that evaluates. */
function rememberedOnce(): () => Promise<RememberedEvaluations> {
  let made: Promise<RememberedEvaluations> | undefined;
  return () =>
    (made ??= import('./rememberedEvaluations.js').then(
      ({ RememberedEvaluations: Remembered }) => new Remembered(),
    ));
}

/** What was evaluated before, and LIVE to be compared with. */
async function memoryOf(session: Session, bot: BotSnapshot) {
  const releases = await session.releases();
  const { HeldOutStore } = await import('../../release/quality/heldOutStore.js');
  const { measuredFolder } = await import('../../release/quality/folder.js');
  return {
    store: new HeldOutStore(await measuredFolder(releases, bot)),
    live: await releases.liveBot(bot),
  };
}

function* viewInSteps(
  parts: EvaluationParts,
  bot: BotSnapshot,
  languages: readonly LanguageEvaluation[],
): Generator<void, EvaluationView, void> {
  const views: LanguageEvaluationView[] = [];
  for (const one of languages) views.push(yield* languageViewInSteps(bot, one));
  return yield* parts.beginInSteps({ bot: bot.root, id: bot.id, languages: views });
}
