import { randomUUID } from 'node:crypto';
import { EventEmitter, setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { momentHere } from '../../dialogue/moment';
import { createSession, type Session } from '../../dialogue/session';
import { HIDDEN } from '../../dialogue/speak';
import type { Event } from '../../dialogue/turn';
import type {
  ConversationKey,
  ConversationStore,
  LatestState,
  StoredMessage,
  StoredTurn,
  TurnWrite,
} from '../database/contract';
import { Deadline } from '../effects/deadline';
import type { BotInForce, LiveBots } from '../releases/contract';
import { type Advance, advance, type ServiceCall } from './advance';
import type {
  Answer,
  ChatMessage,
  ConversationRef,
  Conversations,
  History,
  Input,
  Reply,
  SendRequest,
  StartRequest,
  TurnReport,
} from './contract';
import { readKeptSession } from './keptSession';
import { problemOfInput, problemOfKey, refused, refusedByStore } from './problems';
import { RecentTexts } from './recentTexts';
import type { Sealer } from './sealer';
import { TurnQueue } from './turnQueue';
import { turnWrite } from './turnWrite';

export interface HostOptions {
  readonly bots: Pick<LiveBots, 'inForce'>;
  readonly store: ConversationStore;
  /** Seals what the database must not hold in clear. */
  readonly sealer: Sealer;
  /** Performs a call for a conversation; never rejects. */
  readonly perform: (call: ServiceCall, signal: AbortSignal) => Promise<Event>;
  /** Milliseconds that one call may take. */
  readonly callLimit: number;
  /** Milliseconds that all calls of one turn may take; 30 seconds when absent. */
  readonly turnLimit?: number;
  /** Milliseconds that a turn waits for the one before it; 20 seconds when absent. */
  readonly patience?: number;
  readonly clock?: () => Date;
}

const TURN_LIMIT = 30_000;
const PATIENCE = 20_000;
/** How much longer than its call a turn is left alone by other gateways: time to write what came of it. */
const LEASE_MARGIN = 5000;
/** How much longer than its patience an end waits for what was called off then to be written. */
const DRAIN_MARGIN = 2000;
/** Between two looks whether another gateway is done (milliseconds). */
const LOOK_MS = 100;
/** Between two attempts to write when somebody else was quicker (milliseconds). */
const RETRY_MS = 10;
const MOST_MESSAGES = 500;
/** The start key of conversations that a channel does not begin itself: one per user. */
const TALK_KEY = 'talk';

/** Hosts the conversations of one gateway. Others on the same database host the same ones. */
export function createConversations(options: HostOptions): Conversations {
  return new ConversationHost(options);
}

/** A turn that is being made: what answers it, and under which key. */
interface Turn {
  readonly bot: BotInForce;
  readonly ref: ConversationRef;
  readonly key: string;
  readonly event: Event;
  readonly began: number;
}

class ConversationHost implements Conversations {
  readonly #options: HostOptions;
  readonly #queue = new TurnQueue();
  readonly #texts = new RecentTexts();
  readonly #stop = new AbortController();
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #events = new EventEmitter();
  #isDraining = false;

  constructor(options: HostOptions) {
    this.#options = options;
    // Every turn that waits listens, and as many turns wait as there are people.
    setMaxListeners(0, this.#stop.signal);
  }

  start(request: StartRequest): Promise<Answer<Reply>> {
    const problem = problemOfKey(request.idempotencyKey) ?? problemOfKey(request.user);
    if (problem) return Promise.resolve(refused(problem));
    const key = request.idempotencyKey ?? randomUUID();
    return this.#told(request, () => this.#create(request, key, key, { type: 'start' }));
  }

  send(request: SendRequest): Promise<Answer<Reply>> {
    const problem = problemOfInput(request.input) ?? problemOfKey(request.idempotencyKey);
    if (problem) return Promise.resolve(refused(problem));
    const key = request.idempotencyKey ?? randomUUID();
    return this.#told(request, () => this.#take(request, key, eventOf(request.input)));
  }

  talk(request: StartRequest & { readonly user: string; readonly input: Input }): Promise<Answer<Reply>> {
    const { bot, environment, channel, user, input, idempotencyKey } = request;
    const problem = problemOfInput(input) ?? problemOfKey(user) ?? problemOfKey(idempotencyKey);
    if (problem) return Promise.resolve(refused(problem));
    const key = idempotencyKey ?? randomUUID();
    return this.#told(request, async () => {
      const newest = await this.#options.store.newest({ bot, environment, channel, user });
      if (newest) return this.#take({ bot, environment, conversation: newest.id }, key, eventOf(input));
      return this.#create(request, TALK_KEY, key, eventOf(input));
    });
  }

  history({
    after = 0,
    ...ref
  }: ConversationRef & { readonly after?: number | undefined }): Promise<Answer<History>> {
    return this.#track<History>(async () => {
      const { bot, environment } = ref;
      if (!this.#options.bots.inForce(bot, environment, this.#now())) return refused('unknown');
      const key = keyOf(ref);
      const [conversation, messages] = await Promise.all([
        this.#options.store.read(key),
        this.#options.store.messages(key, after, MOST_MESSAGES),
      ]);
      if (!conversation || !messages) return refused('unknown');
      const said = messages.filter(({ kind }) => kind !== 'start' && kind !== 'language');
      return { ok: true, value: { language: conversation.language, messages: said.map(chatMessage) } };
    });
  }

  on(event: 'turn', listener: (turn: TurnReport) => void): void {
    this.#events.on(event, listener);
  }

  async drain(patience: number): Promise<void> {
    this.#isDraining = true;
    const abort = setTimeout(() => this.#stop.abort(), patience);
    const settled = new AbortController();
    const bound = delay(patience + DRAIN_MARGIN, undefined, { signal: settled.signal });
    await Promise.race([Promise.allSettled(this.#underWay), bound]);
    clearTimeout(abort);
    settled.abort();
    await bound.catch(() => undefined);
  }

  #now(): Date {
    return this.#options.clock?.() ?? new Date();
  }

  /** A turn, which is told of whatever comes of it. */
  async #told(
    { bot, environment }: Pick<TurnReport, 'bot' | 'environment'>,
    turn: () => Promise<Answer<Reply>>,
  ): Promise<Answer<Reply>> {
    const began = performance.now();
    const tell = (outcome: TurnReport['outcome']): void =>
      this.#tell({
        bot,
        environment,
        duration: performance.now() - began,
        outcome,
        calls: 0,
        handover: false,
      });
    try {
      const answer = await this.#track(turn);
      if (!answer.ok) tell(answer.problem.reason);
      return answer;
    } catch (error) {
      tell('failed');
      throw error;
    }
  }

  /** Everything that uses the database passes here, so that the end waits for it and faults become answers. */
  async #track<T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> {
    if (this.#isDraining) return refused('unavailable');
    const running = work().catch(refusedByStore);
    this.#underWay.add(running);
    try {
      return await running;
    } finally {
      this.#underWay.delete(running);
    }
  }

  async #create(request: StartRequest, startKey: string, key: string, event: Event): Promise<Answer<Reply>> {
    const { bot: name, environment, channel, user = '', language } = request;
    const now = this.#now();
    const bot = this.#options.bots.inForce(name, environment, now);
    if (!bot) return refused('unknown');
    const began = performance.now();
    const session = createSession(bot.runnable, language === undefined ? {} : { language });
    const first = advance(bot, session, event, momentHere(now), this.#texts);
    const { outcome, conversation, turn } = await this.#options.store.create({
      bot: name,
      environment,
      channel,
      user,
      startKey,
      turn: this.#write(bot, first, { key, at: now, began: { event, session } }),
    });
    const ref = { bot: name, environment, conversation: conversation.id };
    // The user was quicker than himself: his first message began the conversation, this is another.
    if (outcome === 'repeated' && turn.key !== key) return this.#take(ref, key, event);
    if (outcome === 'repeated')
      return turn.done ? this.#repeat(ref, turn, bot, began) : this.#take(ref, key, event);
    return this.#finish({ bot, ref, key, event, began }, first, conversation.revision, turn);
  }

  async #take(ref: ConversationRef, key: string, event: Event): Promise<Answer<Reply>> {
    const began = performance.now();
    const place = `${ref.environment} ${ref.bot} ${ref.conversation}`;
    return (await this.#queue.run(place, () => this.#turn(ref, key, event, began))) ?? refused('busy');
  }

  /** Reads, steps and writes, again and again until nobody else was quicker. */
  async #turn(ref: ConversationRef, key: string, event: Event, began: number): Promise<Answer<Reply>> {
    const { store, bots, patience = PATIENCE, sealer } = this.#options;
    while (performance.now() - began < patience && !this.#stop.signal.aborted) {
      const now = this.#now();
      const bot = bots.inForce(ref.bot, ref.environment, now);
      const conversation = bot && (await store.latest(keyOf(ref)));
      if (!bot || !conversation) return refused('unknown');
      const { open, revision } = conversation;
      if (open && open.busyFor > 0) {
        await this.#pause(Math.min(open.busyFor, LOOK_MS));
        continue;
      }
      if (open?.key === key) return this.#abandon({ bot, ref, key, event, began }, conversation);
      const session = this.#sessionOf(bot, conversation, sealer);
      const first = advance(bot, session, event, momentHere(now), this.#texts);
      const part = this.#write(bot, first, { key, at: now, began: { event, session } });
      const written = await store.write(keyOf(ref), revision, part);
      if (written.outcome === 'unknown') return refused('unknown');
      if (written.outcome === 'written') {
        return this.#finish({ bot, ref, key, event, began }, first, written.revision, written.turn);
      }
      if (written.outcome === 'repeated' && written.turn.done) {
        return isOf(written.turn, event)
          ? this.#repeat(ref, written.turn, bot, began)
          : refused('key-reused');
      }
      await this.#pause(RETRY_MS * (1 + Math.random()));
    }
    return refused(this.#stop.signal.aborted ? 'unavailable' : 'busy');
  }

  /**
   * Goes on from the first part of a turn to its end. No connection is held while a call is under way: the part before it
   * is written, others leave the conversation alone for so long, and the part after it is written against the same
   * revision.
   */
  async #finish(
    { bot, ref, key, began }: Turn,
    first: Advance,
    revision: number,
    turn: StoredTurn,
  ): Promise<Answer<Reply>> {
    const { store, turnLimit = TURN_LIMIT, perform } = this.#options;
    const messages = [...first.messages];
    let last = first;
    let stored = turn;
    let at = revision;
    let calls = 0;
    let { handover } = first;
    for (let { call } = first; call; { call } = last) {
      const deadline = new Deadline(began + turnLimit - performance.now(), this.#stop.signal);
      const event = await perform(call, deadline.signal).finally(() => deadline.end());
      calls++;
      const now = this.#now();
      last = advance(bot, last.session, event, momentHere(now), this.#texts);
      const written = await store.write(keyOf(ref), at, this.#write(bot, last, { key, at: now }));
      if (written.outcome === 'unknown') return refused('unknown');
      // Another gateway took this one for dead; what it made of the turn is the answer.
      if (written.outcome !== 'written') return this.#stored(ref, key, bot, began);
      messages.push(...last.messages);
      handover ||= last.handover;
      stored = written.turn;
      at = written.revision;
    }
    const value = replyOf(ref, stored, messages);
    this.#report({ bot, began, outcome: 'answered', calls, handover });
    return { ok: true, value };
  }

  /**
   * The gateway that performed a call of this turn is gone. Whether the service was reached is unknown, and it is not
   * asked a second time: the call has failed, and the bot says so.
   */
  async #abandon(turn: Turn, conversation: LatestState): Promise<Answer<Reply>> {
    const { bot, ref, key, began } = turn;
    const { sealer, store } = this.#options;
    const now = this.#now();
    const session = this.#sessionOf(bot, conversation, sealer);
    const { waiting } = session;
    if (!waiting) return this.#stored(ref, key, bot, began);
    const event: Event = { type: 'failed', effect: waiting.effect, reason: 'abandoned' };
    const next = advance(bot, session, event, momentHere(now), this.#texts);
    const part = this.#write(bot, next, { key, at: now });
    const written = await store.write(keyOf(ref), conversation.revision, part);
    if (written.outcome !== 'written') return this.#stored(ref, key, bot, began);
    return this.#finish(turn, { ...next, messages: [] }, written.revision, written.turn);
  }

  /** What is kept of a turn that somebody else made. */
  async #stored(ref: ConversationRef, key: string, bot: BotInForce, began: number): Promise<Answer<Reply>> {
    const turn = await this.#options.store.turn(keyOf(ref), key);
    return turn?.done ? this.#repeat(ref, turn, bot, began) : refused('busy');
  }

  #repeat(ref: ConversationRef, turn: StoredTurn, bot: BotInForce, began: number): Answer<Reply> {
    const value = replyOf(ref, turn, []);
    this.#report({ bot, began, outcome: 'repeated', calls: 0, handover: turn.handover });
    return { ok: true, value };
  }

  #sessionOf(bot: BotInForce, { session, language }: LatestState, sealer: Sealer): Session {
    return readKeptSession(session, bot.bot, sealer) ?? createSession(bot.runnable, { language });
  }

  #write(
    bot: BotInForce,
    next: Advance,
    part: Pick<TurnWrite, 'key' | 'at'> & {
      readonly began?: { readonly event: Event; readonly session: Session };
    },
  ): TurnWrite {
    const { callLimit, sealer } = this.#options;
    return turnWrite(bot, next, { ...part, busyFor: next.call && callLimit + LEASE_MARGIN }, sealer);
  }

  async #pause(milliseconds: number): Promise<void> {
    // Called off when the gateway stops; the loop sees that itself.
    await delay(milliseconds, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }

  #report(turn: Pick<TurnReport, 'outcome' | 'calls' | 'handover'> & Pick<Turn, 'bot' | 'began'>): void {
    const { bot, began, ...rest } = turn;
    const { bot: name, environment, version } = bot;
    this.#tell({ bot: name, environment, version, duration: performance.now() - began, ...rest });
  }

  #tell(turn: TurnReport): void {
    this.#events.emit('turn', turn);
  }
}

function keyOf({ bot, environment, conversation }: ConversationRef): ConversationKey {
  return { bot, environment, id: conversation };
}

function eventOf(input: Input): Event {
  if ('text' in input) return { type: 'message', text: input.text };
  if ('press' in input) return { type: 'press', button: input.press };
  return { type: 'language', language: input.language };
}

/** Whether a turn that was kept is about what was sent now; what was not kept in clear is taken for it. */
function isOf({ incoming }: StoredTurn, event: Event): boolean {
  if (event.type === 'message') {
    return incoming?.kind === 'text' && (incoming.text === event.text || incoming.text.includes(HIDDEN));
  }
  if (event.type === 'press') return incoming?.kind === 'press' && incoming.value === event.button;
  // That somebody began is no message.
  if (event.type === 'start') return incoming === undefined;
  return incoming?.kind === event.type && (event.type !== 'language' || incoming.value === event.language);
}

/** @param said what the bot said just now, as its user may read it; the database may hold less */
function replyOf(
  { conversation }: ConversationRef,
  { outgoing, language, version, handover }: StoredTurn,
  said: readonly Pick<ChatMessage, 'text' | 'buttons'>[],
): Reply {
  const missing = outgoing.length - said.length;
  const messages = outgoing.map((message, index) => {
    const shown = said[index - missing];
    return { ...chatMessage(message), ...(shown && { text: shown.text, buttons: shown.buttons }) };
  });
  return { conversation, messages, language, version, handover };
}

function chatMessage({ id, from, text, buttons, at }: StoredMessage): ChatMessage {
  return { id, from, text, buttons, at: at.toISOString() };
}
