import { t } from '@vscode/l10n';
import type { Trainer } from '../../release/contract';
import { type TrainOutcome, TrainRequest } from '../../protocol';
import { signalOf } from '../guard';
import { trainingWorker } from '../installation';
import type { Session } from '../session';
import { answerForBot } from './answer';
import { Progress } from './progress';

/** Training of the draft, in a thread of its own, with progress and cancellation. */
export function registerTraining(session: Session): void {
  answerForBot(
    session,
    TrainRequest,
    (reason): TrainOutcome => ({ kind: 'refused', reasons: [reason] }),
    async (bot, { workDoneToken }, token): Promise<TrainOutcome> => {
      const releases = await session.releases();
      const progress = new Progress(session, workDoneToken);
      try {
        const result = await releases.train(bot, trainer, {
          signal: signalOf(token),
          onProgress: (fraction) => progress.report(t('Training {0}', bot.id), Math.floor(fraction * 100)),
        });
        if (!result.ok) return { kind: 'refused', reasons: [result.error.message] };
        switch (result.value.outcome) {
          case 'trained':
            return { kind: 'trained', models: result.value.models.map((model) => ({ ...model })) };
          case 'cancelled':
            return { kind: 'cancelled' };
          case 'refused':
            return { kind: 'refused', reasons: [...result.value.reasons] };
        }
      } finally {
        progress.end();
        session.tellViews(false);
      }
    },
  );
}

/** Trains in a thread of its own, so that the server goes on answering. */
export const trainer: Trainer = async (data, options) => {
  const { trainInWorker } = await import('../../nlp/trainInWorker.js');
  return trainInWorker(trainingWorker(), data, options);
};
