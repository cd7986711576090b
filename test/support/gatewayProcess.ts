import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Reply } from '../../server/src/gateway/conversation/contract';
import { MAIN } from './cli';

const CONVERSATIONS = '/bots/choo-choo/conversations';

type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string };

export interface GatewayProcessOptions {
  readonly folder: string;
  readonly data: string;
  readonly words?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** With a channel for messages, as an editor starts it. */
  readonly asChild?: boolean;
}

export interface SaidMessage {
  readonly id: number;
  readonly from: 'user' | 'bot';
  readonly text: string;
}

/** `botlane serve` in a process of its own. */
export class GatewayProcess {
  readonly lines: LogLine[] = [];
  errors = '';
  readonly #child: ChildProcess;
  readonly #events = new EventEmitter();
  #code: number | null | undefined;
  readonly #ended: Promise<number | null>;

  private constructor({ folder, data, words = [], env = {}, asChild = false }: GatewayProcessOptions) {
    const all = ['serve', folder, '--port', '0', '--data', data, '--log', 'json', ...words];
    this.#child = spawn(process.execPath, ['--no-warnings', MAIN, ...all], {
      env: { ...process.env, DATABASE_URL: '', ...env },
      stdio: asChild ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
    });
    const { stdout, stderr } = this.#child;
    assert.ok(stdout && stderr);
    const lines = createInterface(stdout).on('line', (line) => {
      this.lines.push(JSON.parse(line) as LogLine);
      this.#events.emit('change');
    });
    stderr.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
    this.#child.on('message', () => this.#events.emit('change'));
    // Not `close`, which does not come when the channel was closed from here.
    this.#ended = Promise.all([once(this.#child, 'exit'), once(lines, 'close')]).then(([[code]]) => {
      this.#code = code as number | null;
      this.#events.emit('change');
      return this.#code;
    });
  }

  /** Starts it, and waits until it listens or has ended. */
  static async start(options: GatewayProcessOptions): Promise<GatewayProcess> {
    const gateway = new GatewayProcess(options);
    await gateway.until(() => gateway.hasSaid('listening') || gateway.#code !== undefined);
    return gateway;
  }

  get process(): ChildProcess {
    return this.#child;
  }

  get address(): string {
    const line = this.lines.find(({ msg }) => msg === 'listening');
    assert.ok(line, `it listens: ${this.errors}`);
    return String(line['address']);
  }

  hasSaid(what: string): boolean {
    return this.lines.some(({ msg }) => msg === what);
  }

  /** Resolves when `holds` does, which is looked at whenever something was logged, or when the process has ended. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds() && this.#code === undefined) await once(this.#events, 'change');
  }

  async post(path: string, json: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(`${this.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(json),
    });
  }

  /** Begins a conversation with choo-choo. @returns its id */
  async begin(): Promise<string> {
    const answer = await this.post(CONVERSATIONS, {});
    assert.equal(answer.status, 201, await answer.clone().text());
    return ((await answer.json()) as Reply).conversation;
  }

  /** Says something in a conversation with choo-choo; what is said again with its key is a repeated request. */
  async say(conversation: string, text: string, key = text): Promise<Reply> {
    const path = `${CONVERSATIONS}/${conversation}/messages`;
    const answer = await this.post(path, { text }, { 'idempotency-key': key });
    assert.ok(answer.ok, `${answer.status} ${await answer.clone().text()}`);
    return (await answer.json()) as Reply;
  }

  /** What was said in a conversation with choo-choo. */
  async history(conversation: string): Promise<readonly SaidMessage[]> {
    const said: SaidMessage[] = [];
    for (;;) {
      const path = `${CONVERSATIONS}/${conversation}/messages?after=${said.at(-1)?.id ?? 0}`;
      const answer = await fetch(`${this.address}${path}`);
      const { messages } = (await answer.json()) as { readonly messages: readonly SaidMessage[] };
      if (messages.length === 0) return said;
      said.push(...messages);
    }
  }

  /** Its exit code; null when a signal ended it. */
  ended(): Promise<number | null> {
    return this.#ended;
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.#child.kill(signal);
    return this.#ended;
  }
}
