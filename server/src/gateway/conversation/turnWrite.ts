import { renderLocalized } from '../../dialogue/text';
import type { RunnableBot } from '../../dialogue/runnable';
import type { Session } from '../../dialogue/session';
import { HIDDEN } from '../../dialogue/speak';
import type { Event, SentMessage, Trace } from '../../dialogue/turn';
import { foldName } from '../../model/occurrence';
import type { IncomingMessage, TurnWrite } from '../database/contract';
import type { BotInForce } from '../releases/contract';
import type { Advance } from './advance';
import { keepSession } from './keptSession';
import { keptText } from './keptText';
import type { Sealer } from './sealer';

export interface TurnPart {
  readonly key: string;
  readonly at: Date;
  /** What began the turn, and the session before it; absent in later parts. */
  readonly began?: { readonly event: Event; readonly session: Session };
  /** Milliseconds that the effect which is asked for may take. */
  readonly busyFor?: number | undefined;
}

/** A part of a turn as the database takes it: nothing sensitive is in it in clear. */
export function turnWrite(bot: BotInForce, advance: Advance, part: TurnPart, sealer: Sealer): TurnWrite {
  const { session, messages, traces, handover } = advance;
  const { key, at, began, busyFor } = part;
  return {
    key,
    at,
    version: bot.version,
    language: session.language,
    session: keepSession(session, bot.runnable, sealer),
    ...(began && { incoming: incomingMessage(bot, began.event, began.session, advance) }),
    outgoing: messages.map(keptMessage),
    dialogs: dialogsIn(traces),
    handover,
    ...(busyFor !== undefined && { busyFor }),
  };
}

function keptMessage({ text, buttons, dialog, kept }: SentMessage): TurnWrite['outgoing'][number] {
  return { dialog, ...(kept ?? { text, buttons }) };
}

function dialogsIn(traces: readonly Trace[]): readonly string[] {
  return traces.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.type === 'entered' ? [entry.dialog] : [])),
  );
}

function incomingMessage(bot: BotInForce, event: Event, before: Session, after: Advance): IncomingMessage {
  switch (event.type) {
    case 'message':
      return heardMessage(bot, event.text, before, after);
    case 'press':
      return { kind: 'press', text: labelOf(bot.runnable, event.button, before), value: event.button };
    case 'language':
      return { kind: 'language', text: '', value: event.language };
    default:
      return { kind: 'start', text: '' };
  }
}

/** A message that answered a question says nothing about the intents of the bot. */
function heardMessage(bot: BotInForce, said: string, before: Session, after: Advance): IncomingMessage {
  const { text, isHidden } = keptText(bot.runnable, before, said, after.traces);
  const heard = after.traces[0]?.heard;
  if (!heard || isHidden || answersQuestion(after)) return { kind: 'text', text };
  const [best] = heard.intents;
  return {
    kind: 'text',
    text,
    heard: {
      intent: best?.name,
      score: best?.score ?? 0,
      understood: after.session.counters.notUnderstood === before.counters.notUnderstood && heard.understood,
      exact: bot.isExpression(before.language, said),
    },
  };
}

function answersQuestion({ traces }: Advance): boolean {
  const entries = traces[0]?.entries ?? [];
  const [entered] = entries.flatMap((entry) => (entry.type === 'entered' ? [entry.why] : []));
  return entered === 'answer' || entries.some(({ type }) => type === 'asked-again');
}

/** What stood on the button that was pressed. */
function labelOf(bot: RunnableBot, id: string, { language, variables }: Session): string {
  const button = bot.buttons.get(id);
  if (!button) return '';
  return renderLocalized(button.label, language, bot.languages[0], (name) => {
    if (bot.sensitive.has(foldName(name))) return HIDDEN;
    const declared = bot.variables.get(foldName(name))?.name;
    return declared === undefined ? undefined : variables[declared];
  }).text;
}
