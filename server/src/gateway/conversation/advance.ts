import type { PredictContext } from '../../nlp/contract';
import type { Session } from '../../dialogue/session';
import { step } from '../../dialogue/step';
import type { Effect, Event, SentMessage, Trace } from '../../dialogue/turn';
import type { BotInForce } from '../releases/contract';
import { asksForSensitive } from './keptText';
import type { RecentTexts } from './recentTexts';

/** The call of a web service, for the host to perform. */
export type ServiceCall = Extract<Effect, { readonly type: 'http' }>;

/** How far a conversation gets without anybody outside. */
export interface Advance {
  readonly session: Session;
  readonly messages: readonly SentMessage[];
  readonly traces: readonly Trace[];
  /** The bot asked for a person. */
  readonly handover: boolean;
  /** What the conversation waits for; absent when it waits for its user. */
  readonly call?: ServiceCall;
}

/**
 * Steps on until the conversation waits for its user or for a web service. Pure, as a step is. That a person is wanted is
 * told to the channel in the reply, so that a hand-over is taken at once.
 *
 * @param texts what was understood before; the answer to a question about something sensitive is not kept there
 */
export function advance(
  bot: Pick<BotInForce, 'runnable' | 'models'>,
  session: Session,
  event: Event,
  now: PredictContext,
  texts: RecentTexts,
): Advance {
  const models = asksForSensitive(bot.runnable, session) ? bot.models : texts.over(bot.models);
  let outcome = step(bot.runnable, models, session, event, now);
  const messages = [...outcome.messages];
  const traces = [outcome.trace];
  let handover = false;
  // The engine enters a limited number of dialogs without the user, whatever effects are between them.
  for (let [effect] = outcome.effects; effect?.type === 'handover'; [effect] = outcome.effects) {
    handover = true;
    outcome = step(bot.runnable, models, outcome.session, { type: 'done', effect: effect.id }, now);
    messages.push(...outcome.messages);
    traces.push(outcome.trace);
  }
  const [call] = outcome.effects;
  return { session: outcome.session, messages, traces, handover, ...(call?.type === 'http' && { call }) };
}
