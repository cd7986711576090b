import type { BotSnapshot } from '../../project/snapshot';
import type { Session } from '../session';
import { answerer } from './nlpThreads';

/**
 * Hands to the rules what was measured of a bot's NLP: a model that was not asked about its own expressions yet is asked
 * in a thread. Never fails: without it the rules are silent.
 */
export async function measure(session: Session, bot: BotSnapshot): Promise<void> {
  const turn = session.measured.begin(bot);
  try {
    const { measuredNlp } = await import('../../release/quality/measured.js');
    const nlp = await measuredNlp(await session.releases(), bot, answerer);
    if (session.measured.setNlp(bot, nlp, turn)) session.scheduleCheck();
  } catch (error) {
    session.log(`What was measured of ${bot.id} could not be read`, error);
  }
}
