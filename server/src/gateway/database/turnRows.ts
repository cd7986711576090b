import type { IncomingMessage, OutgoingMessage, TurnWrite } from './contract';
import { inboxId } from './inboxId';
import type { MessageRow } from './rows';
import type { Measure } from './tables';
import { storable } from './texts';

/** A message of a turn; its id follows from where the conversation is when it is written. */
export type DraftMessage = Omit<MessageRow, 'id'> & { readonly inbox_id: string | null };

/** The messages of a part of a turn, what the user said first. */
export function messagesOf(turn: TurnWrite): readonly DraftMessage[] {
  const { incoming, outgoing } = turn;
  return [
    ...(incoming && saysSomething(incoming) ? [userMessage(turn, incoming)] : []),
    ...outgoing.map((message) => botMessage(turn, message)),
  ];
}

/** The begin of a conversation is no message. */
function saysSomething({ kind }: IncomingMessage): boolean {
  return kind !== 'start';
}

function userMessage(
  { at, language, version }: TurnWrite,
  { kind, text, value, heard }: IncomingMessage,
): DraftMessage {
  return {
    at,
    language,
    version,
    kind,
    text,
    value: value ?? null,
    buttons: null,
    dialog: null,
    intent: heard?.intent ?? null,
    score: heard?.score ?? null,
    understood: heard?.understood ?? null,
    exact: heard?.exact ?? null,
    inbox_id: heard && !heard.exact ? inboxId(text, language) : null,
  };
}

function botMessage(
  { at, language, version }: TurnWrite,
  { text, dialog, buttons }: OutgoingMessage,
): DraftMessage {
  return {
    at,
    language,
    version,
    kind: 'said',
    text: storable(text),
    value: null,
    buttons: buttons.map(({ id, label, url }) => ({
      id,
      label: storable(label),
      ...(url !== undefined && { url: storable(url) }),
    })),
    dialog,
    intent: null,
    score: null,
    understood: null,
    exact: null,
    inbox_id: null,
  };
}

/** What a part of a turn adds to the statistics. */
export function countsOf(turn: TurnWrite): readonly (readonly [measure: Measure, name: string])[] {
  const counts: [Measure, string][] = [];
  const { incoming } = turn;
  if (incoming?.kind === 'text' || incoming?.kind === 'press') counts.push(['message', '']);
  if (incoming?.heard) {
    const { intent, understood } = incoming.heard;
    counts.push(['asked', '']);
    if (!understood) counts.push(['not-understood', '']);
    else if (intent !== undefined) counts.push(['intent', intent]);
  }
  if (turn.handover) counts.push(['hand-over', '']);
  for (const dialog of turn.dialogs) counts.push(['dialog', dialog]);
  return counts;
}
