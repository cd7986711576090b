import { Api, type ApiMessage, RefusedError, type Reply } from './api';
import { Subject, observableOf } from './subject';

/** What the chat component calls a message or an event; it knows more fields than are used here. */
export interface Activity {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** States of a connection, as the component counts them. */
const CONNECTING = 1;
const ONLINE = 2;
const FAILED = 4;

/** A rating that the user gave; a comment may follow. */
export type Rated = (message: number, thumb: 'up' | 'down') => void;

/**
 * The conversation API in the shape of the component's connection (Direct Line): activities come out of one observable,
 * and what the user does is posted.
 */
export class Connection {
  readonly activity$ = new Subject<Activity>();
  readonly connectionStatus$ = new Subject<number>();
  readonly #api: Api;
  readonly #place: string;
  readonly #rated: Rated;
  #conversation = '';
  #shown = 0;
  /** What was sent and got no answer, until something is sent again. */
  #lost: { readonly input: string; readonly key: string } | undefined;

  /**
   * @param place under which the browser's session keeps the id of the conversation, so that a page that is loaded again
   *   goes on with it
   */
  constructor(api: Api, place: string, rated: Rated) {
    this.#api = api;
    this.#place = place;
    this.#rated = rated;
  }

  /** Goes on with the conversation of this session, or begins one. Rejects when the gateway refuses both. */
  async open(language: string): Promise<void> {
    this.connectionStatus$.next(CONNECTING);
    try {
      if (!(await this.#resume())) await this.#begin(language);
      this.connectionStatus$.next(ONLINE);
    } catch (error) {
      this.connectionStatus$.next(FAILED);
      throw error;
    }
  }

  /** Another language for what the bot says from now on. */
  async speak(language: string): Promise<void> {
    this.#tell((await this.#api.send(this.#conversation, { language }, crypto.randomUUID())).messages);
  }

  async rate(message: number, thumb: string, comment: string): Promise<void> {
    await this.#api.rate(this.#conversation, message, thumb, comment);
  }

  postActivity(activity: Activity): ReturnType<typeof observableOf<string>> {
    return observableOf(async () => {
      if (activity.type === 'event') this.#takeRating(activity);
      if (activity.type !== 'message') return crypto.randomUUID();
      const press = pressOf(activity);
      const input = press === undefined ? { text: textOf(activity) } : { press };
      const { key, reply } = await this.#send(input);
      this.#show({ ...activity, id: key, from: USER, timestamp: new Date().toISOString() });
      this.#tell(reply.messages);
      return key;
    });
  }

  /**
   * What is sent again because its answer got lost has the key of before, so that nothing is said twice; what is sent while
   * the same is under way is another message.
   */
  async #send(input: object): Promise<{ readonly key: string; readonly reply: Reply }> {
    const text = JSON.stringify(input);
    const key = this.#lost?.input === text ? this.#lost.key : crypto.randomUUID();
    this.#lost = undefined;
    try {
      return { key, reply: await this.#api.send(this.#conversation, input, key) };
    } catch (error) {
      this.#lost = { input: text, key };
      throw error;
    }
  }

  /** Everything is shown in the order in which it comes: the clocks of browser and gateway may differ. */
  #show(activity: Activity): void {
    const channelData = {
      ...(activity['channelData'] as object | undefined),
      'webchat:sequence-id': ++this.#shown,
    };
    this.activity$.next({ ...activity, channelData });
  }

  end(): void {
    // Requests end by themselves.
  }

  async #resume(): Promise<boolean> {
    const conversation = sessionStorage.getItem(this.#place);
    if (conversation === null) return false;
    try {
      const messages = await this.#api.history(conversation);
      this.#conversation = conversation;
      this.#tell(messages);
      return messages.length > 0;
    } catch (error) {
      if (error instanceof RefusedError && error.status === 404) return false;
      throw error;
    }
  }

  async #begin(language: string): Promise<void> {
    const { conversation, messages } = await this.#api.start(language);
    this.#conversation = conversation;
    sessionStorage.setItem(this.#place, conversation);
    this.#tell(messages);
  }

  #tell(messages: readonly ApiMessage[]): void {
    for (const [index, message] of messages.entries()) {
      // The component shows the choices of the last message only; those of the ones before it in a reply belong there too.
      const buttons = index === messages.length - 1 ? buttonsOf(messages) : [];
      this.#show(activityOf(message, buttons));
    }
  }

  #takeRating(activity: Activity): void {
    const [action] = (activity['entities'] ?? []) as readonly {
      readonly '@id'?: string;
      readonly '@type'?: string;
    }[];
    const message = Number(/^rate-(\d+)-/.exec(action?.['@id'] ?? '')?.[1]);
    if (Number.isNaN(message)) return;
    this.#rated(message, action?.['@type'] === 'LikeAction' ? 'up' : 'down');
  }
}

const USER = { id: 'user', role: 'user' };
const BOT = { id: 'bot', role: 'bot' };

/** What the bot said since the user did something last. */
function buttonsOf(messages: readonly ApiMessage[]): ApiMessage['buttons'] {
  const last = messages.findLastIndex(({ from }) => from === 'user');
  return messages.slice(last + 1).flatMap(({ buttons }) => buttons);
}

function activityOf({ id, from, text, at }: ApiMessage, buttons: ApiMessage['buttons']): Activity {
  if (from === 'user')
    return { type: 'message', id: `m${id}`, from: USER, text, textFormat: 'plain', timestamp: at };
  return {
    type: 'message',
    id: `m${id}`,
    from: BOT,
    text,
    // Texts are never markup, whoever wrote them.
    textFormat: 'plain',
    timestamp: at,
    entities: [ratingOf(id)],
    ...(buttons.length > 0 && { suggestedActions: { actions: buttons.map(actionOf) } }),
  };
}

function actionOf({ id, label, url }: ApiMessage['buttons'][number]): object {
  return url === undefined
    ? { type: 'messageBack', title: label, text: label, displayText: label, value: { press: id } }
    : { type: 'openUrl', title: label, value: url };
}

/** The two thumbs below a message, in the vocabulary that the component understands. */
function ratingOf(message: number): object {
  const action = (type: string): object => ({
    '@type': type,
    '@id': `rate-${message}-${type}`,
    actionStatus: 'PotentialActionStatus',
  });
  return {
    '@context': 'https://schema.org',
    '@id': '',
    '@type': 'Message',
    type: 'https://schema.org/Message',
    potentialAction: [action('LikeAction'), action('DislikeAction')],
  };
}

function textOf({ text }: Activity): string {
  return typeof text === 'string' ? text : '';
}

function pressOf({ value }: Activity): string | undefined {
  return typeof value === 'object' && value !== null && 'press' in value ? String(value.press) : undefined;
}
