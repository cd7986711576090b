import { randomUUID } from 'node:crypto';
import type { NewConversation, TurnWrite } from '../../../server/src/gateway/database/contract';

/** A turn in which the user says `text`, which is understood, and the bot answers. */
export function turn(text: string, changes: Partial<TurnWrite> = {}): TurnWrite {
  return {
    key: randomUUID(),
    at: new Date('2026-11-21T10:20:30.456Z'),
    version: 1,
    language: 'en',
    session: { said: text },
    incoming: { kind: 'text', text, heard: { intent: 'book', score: 0.75, understood: true, exact: false } },
    outgoing: [{ text: `Answer to ${text}`, dialog: 'booking/start', buttons: [] }],
    dialogs: ['booking/start'],
    handover: false,
    ...changes,
  };
}

/** A conversation of nobody in particular, with the bot's welcome. */
export function beginning(changes: Partial<NewConversation> = {}): NewConversation {
  return {
    bot: 'choo-choo',
    environment: 'live',
    channel: 'web',
    user: '',
    startKey: randomUUID(),
    turn: turn('', {
      incoming: { kind: 'start', text: '' },
      outgoing: [{ text: 'Welcome.', dialog: 'general/welcome', buttons: [] }],
      dialogs: ['general/welcome'],
    }),
    ...changes,
  };
}
