import type { ChatEvent, ChatTurnView } from '../../../server/src/protocol';

/**
 * What happened in one chat, for the chat that is joined to it: buttons and calls of web services have names of their own in
 * each.
 *
 * @param turns of the chat that follows
 * @param said what the person said or pressed, in words
 * @returns undefined when nothing in this chat waits for it
 */
export function eventFor(
  turns: readonly ChatTurnView[],
  event: ChatEvent,
  said: string | undefined,
): ChatEvent | undefined {
  switch (event.type) {
    case 'start':
    case 'message':
    case 'language':
      return event;
    case 'press': {
      const offered = turns
        .flatMap(({ messages }) => messages)
        .flatMap(({ buttons }) => buttons)
        .filter(({ url }) => url === undefined);
      // One bot may offer under an id what the other offers under another: what the person reads counts first.
      const button =
        offered.findLast(({ label }) => label === said) ?? offered.find(({ id }) => id === event.button);
      // Without such a button a user would have to say it.
      if (!button) return said === undefined ? undefined : { type: 'message', text: said };
      return { type: 'press', button: button.id };
    }
    case 'answer':
    case 'failed': {
      const asked = turns.at(-1)?.asked;
      return asked && { ...event, effect: asked.effect };
    }
  }
}
