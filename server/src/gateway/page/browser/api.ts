/** A message as the conversation API tells it. */
export interface ApiMessage {
  readonly id: number;
  readonly from: 'user' | 'bot';
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly label: string; readonly url?: string }[];
  readonly at: string;
}

export interface Reply {
  readonly conversation: string;
  readonly messages: readonly ApiMessage[];
}

/** The gateway did not do what it was asked. */
export class RefusedError extends Error {
  constructor(readonly status: number) {
    super(`The gateway answered ${status}.`);
  }
}

/** The conversation API of one bot. */
export class Api {
  readonly #base: string;

  /** @param base such as `/bots/choo-choo` */
  constructor(base: string) {
    this.#base = base;
  }

  start(language: string): Promise<Reply> {
    return this.#post('conversations', { language }, crypto.randomUUID());
  }

  /** @param key the same for a request that is sent again */
  send(conversation: string, input: object, key: string): Promise<Reply> {
    return this.#post(`conversations/${conversation}/messages`, input, key);
  }

  /** Everything that was said, oldest first. */
  async history(conversation: string): Promise<readonly ApiMessage[]> {
    const said: ApiMessage[] = [];
    for (;;) {
      const after = said.at(-1)?.id ?? 0;
      const answer = await fetch(`${this.#base}/conversations/${conversation}/messages?after=${after}`);
      if (!answer.ok) throw new RefusedError(answer.status);
      const { messages } = (await answer.json()) as { readonly messages: readonly ApiMessage[] };
      if (messages.length === 0) return said;
      said.push(...messages);
    }
  }

  async rate(conversation: string, message: number, thumb: string, comment: string): Promise<void> {
    const body = { message, thumb, comment };
    await this.#post(`conversations/${conversation}/feedback`, body, crypto.randomUUID());
  }

  async signOut(): Promise<void> {
    await fetch(`${this.#base}/sign-out`, { method: 'POST' });
  }

  async #post(path: string, body: object, key: string): Promise<Reply> {
    const answer = await fetch(`${this.#base}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new RefusedError(answer.status);
    return (answer.status === 204 ? { conversation: '', messages: [] } : await answer.json()) as Reply;
  }
}
