import { foldName } from '../model/occurrence';
import type { PredictContext } from '../nlp/contract';
import { describeEntry, type TraceLine } from './describe';
import type { Models } from './hear';
import type { RunnableBot } from './runnable';
import { createSession, type Session } from './session';
import { step } from './step';
import type { Effect, Event, Heard, SentMessage } from './turn';

/** What a person who tries a bot sees of one turn. */
export interface ChatTurn {
  readonly session: Session;
  readonly messages: readonly SentMessage[];
  /** The call of a web service that the conversation waits for; the person plays the service. */
  readonly asked?: Extract<Effect, { readonly type: 'http' }>;
  readonly heard?: Heard;
  readonly trace: readonly TraceLine[];
}

/**
 * One turn of a chat in which nothing outside is touched: a hand-over is taken at once, and calls of web services are for
 * the person to answer.
 *
 * @param before null for a conversation that begins
 */
export function chatTurn(
  bot: RunnableBot,
  models: Models,
  before: Session | null,
  event: Event,
  now: PredictContext,
): ChatTurn {
  const first = step(bot, models, before ?? createSession(bot), event, now);
  let last = first;
  const messages = [...first.messages];
  const entries = [...first.trace.entries];
  // The engine enters a limited number of dialogs without the user, whatever effects are between them.
  for (let effect = last.effects[0]; effect?.type === 'handover'; effect = last.effects[0]) {
    last = step(bot, models, last.session, { type: 'done', effect: effect.id }, now);
    messages.push(...last.messages);
    entries.push(...last.trace.entries);
  }
  const [asked] = last.effects;
  return {
    session: last.session,
    messages,
    ...(asked?.type === 'http' && { asked }),
    ...(first.trace.heard && { heard: first.trace.heard }),
    trace: entries.map(describeEntry),
  };
}

/** What an answer of a web service should hold for the action that asked for it, with a value for each part. */
export function suggestedAnswer(bot: RunnableBot, { waiting }: Session): unknown {
  const dialog = waiting && bot.dialogs.get(foldName(waiting.dialog));
  const action = dialog?.do[waiting?.action ?? -1];
  if (action?.kind !== 'http') return {};
  const answer: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const { pointer, variable } of action.save) {
    const last = pointer.at(-1);
    if (last === undefined) continue;
    let place = answer;
    for (const key of pointer.slice(0, -1)) {
      const inner = place[key];
      const next =
        typeof inner === 'object' && inner !== null
          ? (inner as Record<string, unknown>)
          : (Object.create(null) as Record<string, unknown>);
      place[key] = next;
      place = next;
    }
    place[last] = exampleOf(variable?.type, variable?.values[0]);
  }
  return answer;
}

function exampleOf(type: string | undefined, value: string | undefined): unknown {
  if (type === 'number') return 1;
  if (type === 'boolean') return true;
  return value ?? 'text';
}
