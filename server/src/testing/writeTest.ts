import { Document } from 'yaml';
import { compileBot } from '../dialogue/compileBot';
import type { Models } from '../dialogue/hear';
import { createSession } from '../dialogue/session';
import { step } from '../dialogue/step';
import type { Event, SentMessage } from '../dialogue/turn';
import type { PredictContext } from '../nlp/contract';
import type { BotSnapshot } from '../project/snapshot';

export interface RecordedChat {
  /** What the test protects. */
  readonly name: string;
  readonly language: string;
  readonly events: readonly Event[];
  /** Moment of the chat as it was, and as a test writes it. */
  readonly now: PredictContext;
  readonly nowText: string;
}

/**
 * A conversation test, as YAML, that expects what happened in a chat. It is played again, so that it expects what the bot
 * says now.
 */
export function testOfChat(bot: BotSnapshot, models: Models, chat: RecordedChat): string {
  const { name, language, events, now, nowText } = chat;
  const runnable = compileBot(bot);
  let session = createSession(runnable, { language });
  const sent: SentMessage[] = [];
  const steps: Record<string, unknown>[] = [];
  let address = '';
  const happen = (event: Event): ReturnType<typeof step> => {
    let outcome = step(runnable, models, session, event, now);
    const first = outcome;
    for (;;) {
      session = outcome.session;
      for (const message of outcome.messages) {
        sent.push(message);
        steps.push({ bot: message.text });
      }
      const [effect] = outcome.effects;
      if (effect?.type === 'http') address = effect.request.url;
      if (effect?.type !== 'handover') return first;
      outcome = step(runnable, models, session, { type: 'done', effect: effect.id }, now);
    }
  };
  for (const event of events) {
    const at = steps.length;
    const called = address;
    if (event.type === 'press') {
      const label = sent.flatMap(({ buttons }) => buttons).findLast(({ id }) => id === event.button)?.label;
      happen(event);
      steps.splice(at, 0, { press: label ?? '', ...dialogOf(session.dialog) });
    } else if (event.type === 'message') {
      const { heard, entries } = happen(event).trace;
      // What an answer to a question would mean as an intent is chance.
      const led = entries.some((entry) => entry.type === 'entered' && entry.why === 'intent');
      const [best] = led ? (heard?.intents ?? []) : [];
      const expect = { ...(best && { intent: best.name }), ...dialogOf(session.dialog).expect };
      steps.splice(at, 0, { user: event.text, ...(Object.keys(expect).length > 0 && { expect }) });
    } else if (event.type === 'answer') {
      happen(event);
      const status = event.status === 200 ? {} : { status: event.status };
      steps.splice(at, 0, { http: { url: called, ...status, answer: event.body } });
      correctDialog(steps, at, session.dialog);
    } else if (event.type === 'failed') {
      happen(event);
      steps.splice(at, 0, { http: { url: called, status: 503, answer: null } });
      correctDialog(steps, at, session.dialog);
    } else happen(event);
  }
  const document = new Document({ test: name, language, given: { now: nowText }, steps });
  return document.toString({ lineWidth: 0 });
}

function dialogOf(dialog: string | null): { readonly expect?: { readonly dialog: string } } {
  return dialog === null ? {} : { expect: { dialog } };
}

/** What a turn expects holds when every call was answered. */
function correctDialog(steps: Record<string, unknown>[], before: number, dialog: string | null): void {
  for (let at = before - 1; at >= 0; at--) {
    const expect = steps[at]?.['expect'];
    if (typeof expect !== 'object' || expect === null) continue;
    if (dialog !== null) Object.assign(expect, { dialog });
    return;
  }
}
