import { Gateway } from '../../admin/gateway';
import { RANGES, rangeOf } from '../../admin/range';
import { DashboardCsvRequest, DashboardRequest } from '../../protocol';
import { signalOf } from '../guard';
import type { Session } from '../session';
import { answer, answerForBot, refused } from './answer';

/** Comments that are shown; the CSV of the command line has them all. */
const MOST_FEEDBACK = 50;

/** What users of a bot did and thought, asked of the gateway. */
export function registerDashboard(session: Session): void {
  answerForBot(session, DashboardRequest, refused, async (bot, params, token) => {
    const { gateway: access, range, environment } = params;
    const gateway = Gateway.at(access.address, access.token);
    if (!gateway.ok) return refused(gateway.reason);
    const signal = signalOf(token);
    const { since, until } = rangeOf(range, new Date());
    const [statistics, feedback] = await Promise.all([
      gateway.value.statistics(bot.id, { since, until, by: RANGES[range].by, environment }, signal),
      gateway.value.feedback(bot.id, { since, until, environment, limit: MOST_FEEDBACK }, signal),
    ]);
    if (!statistics.ok) return refused(statistics.reason);
    if (!feedback.ok) return refused(feedback.reason);
    return { kind: 'statistics', statistics: statistics.value, feedback: feedback.value.items };
  });

  answer(
    session,
    DashboardCsvRequest,
    () => ({ text: '' }),
    async ({ statistics }) => {
      const { statisticsCsv } = await import('../../admin/csv.js');
      return { text: statisticsCsv(statistics) };
    },
  );
}
