import { t } from '@vscode/l10n';
import { type CompareNlpOutcome, type CompareNlpParams, CompareNlpRequest } from '../../protocol';
import type { BotSnapshot } from '../../project/snapshot';
import type { Said } from '../../release/quality/compareNlp';
import { normalizeUri } from '../../text/uri';
import { signalOf } from '../guard';
import type { Session } from '../session';
import { answerForBot, refused } from './answer';
import { answerer } from './nlpThreads';
import { Progress } from './progress';
import { trainer } from './training';
import { comparisonRow } from './views';

/** What the draft understands otherwise than LIVE: of its expressions and tests, and of what users said. */
export function registerComparison(session: Session): void {
  answerForBot(
    session,
    CompareNlpRequest,
    refused,
    async (bot, params, token): Promise<CompareNlpOutcome> => {
      const { compareNlp, shownSentence } = await import('../../release/quality/compareNlp.js');
      const { sidesOf } = await import('../../release/quality/sides.js');
      const progress = new Progress(session, params.workDoneToken);
      const signal = signalOf(token);
      const report = (from: number, share: number) => (fraction: number) =>
        progress.report(
          t('Comparing the NLP of {0} with LIVE', bot.id),
          Math.floor(100 * (from + share * fraction)),
        );
      try {
        const wanted = params.trains === false ? undefined : trainer;
        const sides = await sidesOf(await session.releases(), bot, wanted, {
          signal,
          onProgress: report(0, 0.5),
        });
        if (sides.outcome === 'cancelled') return { kind: 'cancelled' };
        if (sides.outcome === 'refused') return refused(sides.reason);
        const said = await saidIn(bot, sides.live.bot, params);
        const compared = await compareNlp(said, sides.draft, sides.live, {
          answerer,
          signal,
          onProgress: report(0.5, 0.5),
        });
        if (!compared.ok) {
          return compared.reason === 'cancelled' ? { kind: 'cancelled' } : refused(compared.message);
        }
        const rows = compared.value
          .filter(({ kind }) => params.all || kind !== 'same')
          .map((one) => comparisonRow(shownSentence(one)));
        return { kind: 'compared', live: sides.version, asked: said.length, rows };
      } finally {
        progress.end();
      }
    },
  );
}

/** Of a file each sentence that stands there; of the bot each once, and what only LIVE has. */
async function saidIn(
  bot: BotSnapshot,
  live: BotSnapshot,
  { uri, messages = [] }: CompareNlpParams,
): Promise<readonly Said[]> {
  const { sentencesOf, sentencesOfBoth } = await import('../../release/quality/sentences.js');
  const wanted = uri === undefined ? undefined : normalizeUri(uri);
  return [
    ...(wanted === undefined
      ? sentencesOfBoth(bot, live)
      : [...sentencesOf(bot)].filter(({ file }) => file.uri === wanted)),
    ...messages.map(({ text, language }): Said => ({ text, language, source: 'message' })),
  ];
}
