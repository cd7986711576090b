import type { ChatEvent, ChatOutcome, ChatTurnView } from '../../../server/src/protocol';
import { eventFor } from './joined';
import type { Said } from './messages';

export interface Turn {
  readonly said?: Said;
  readonly turn: ChatTurnView;
}

/** Who answers a conversation, and who is told of it. */
export interface ConversationTools {
  /** @param session what the turn before ended with; null for the first one */
  readonly answer: (session: unknown, event: ChatEvent) => Promise<ChatOutcome>;
  readonly onTurn: (turn: Turn) => void;
  readonly onFailure: (reason: string) => void;
}

/** A conversation as it went. One turn comes after the other: each begins with the session that the one before ended with. */
export class Conversation {
  readonly #tools: ConversationTools;
  readonly #turns: Turn[] = [];
  readonly #events: ChatEvent[] = [];
  #working: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(tools: ConversationTools) {
    this.#tools = tools;
  }

  get turns(): readonly Turn[] {
    return this.#turns;
  }

  /** What began each turn. */
  get events(): readonly ChatEvent[] {
    return this.#events;
  }

  /** Nothing was said, and nothing is under way. */
  get isEmpty(): boolean {
    return this.#turns.length === 0 && this.#waiting === 0;
  }

  /** Waits until nothing is under way. */
  async settled(): Promise<void> {
    while (this.#waiting > 0) await this.#working;
  }

  happen(event: ChatEvent, said?: Said): void {
    this.#enqueue(() => this.#turn(event, said));
  }

  /** The same for what happened in the conversation that this one is joined to; what nothing here waits for is left out. */
  follow(event: ChatEvent, said: Said | undefined): void {
    this.#enqueue(async () => {
      const own = eventFor(
        this.#turns.map(({ turn }) => turn),
        event,
        said?.text,
      );
      if (own) await this.#turn(own, said);
    });
  }

  #enqueue(work: () => Promise<void>): void {
    this.#waiting++;
    this.#working = this.#working.then(work).finally(() => this.#waiting--);
  }

  async #turn(event: ChatEvent, said: Said | undefined): Promise<void> {
    try {
      const outcome = await this.#tools.answer(this.#turns.at(-1)?.turn.session ?? null, event);
      if (outcome.kind === 'refused') {
        this.#tools.onFailure(outcome.reason);
        return;
      }
      const turn: Turn = { turn: outcome.turn, ...(said && { said }) };
      this.#turns.push(turn);
      this.#events.push(event);
      this.#tools.onTurn(turn);
    } catch (error) {
      this.#tools.onFailure(error instanceof Error ? error.message : String(error));
    }
  }
}
