import assert from 'node:assert/strict';
import type {
  BotInForce,
  Environment,
  LiveBots,
  Refusal,
  ServedBot,
} from '../../server/src/gateway/releases/contract';
import { type LiveBotsOptions, openLiveBots } from '../../server/src/gateway/releases/liveBots';
import { momentHere } from '../../server/src/dialogue/moment';
import { createSession } from '../../server/src/dialogue/session';
import { step } from '../../server/src/dialogue/step';
import type { BotRepository } from './repository';

/** What a gateway serves, with all that it told of in order. */
export class Served {
  readonly switches: BotInForce[] = [];
  readonly refusals: Refusal[] = [];
  readonly gone: ServedBot[] = [];
  #wake: () => void = () => undefined;

  private constructor(readonly bots: LiveBots) {
    bots.on('switched', (after) => this.#tell(() => this.switches.push(after)));
    bots.on('refused', (refusal) => this.#tell(() => this.refusals.push(refusal)));
    bots.on('gone', (bot) => this.#tell(() => this.gone.push(bot)));
  }

  /** Only signs make it look at references again, and only `fetchInterval` makes it fetch. */
  static async open(folder: string, options: Partial<LiveBotsOptions> = {}): Promise<Served> {
    const opened = await openLiveBots({
      folder,
      lookInterval: 3_600_000,
      fetchInterval: 3_600_000,
      ...options,
    });
    assert.ok(opened.ok, JSON.stringify(opened));
    return new Served(opened.value);
  }

  /** Resolves when `holds` does, which is looked at whenever something was told. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  inForce(environment: Environment = 'live', now = new Date()): BotInForce | undefined {
    return this.bots.inForce('choo-choo', environment, now);
  }

  /** Version and status now. */
  get now(): string {
    const found = this.inForce();
    return found ? `${found.version} ${found.deployment.status}` : 'nothing';
  }

  #tell(note: () => void): void {
    note();
    this.#wake();
  }
}

/** What a bot in force answers to a first message. */
export function answerOf(bot: BotInForce | undefined, text: string): string {
  assert.ok(bot, 'a bot is in force');
  const session = createSession(bot.runnable);
  const event = { type: 'message', text } as const;
  const { messages } = step(bot.runnable, bot.models, session, event, momentHere(new Date()));
  return messages.map((message) => message.text).join('\n');
}

/**
 * Puts a commit onto the live branch as nobody but an attacker or a broken disk would: LIVE with other bytes in one file.
 */
export function tamper(
  repository: BotRepository,
  path: string,
  change: (bytes: Buffer) => Uint8Array,
): string {
  const live = repository.live();
  const bytes = repository.gitBytes('cat-file', 'blob', `${live}:${path}`);
  repository.write('.tampered', change(bytes));
  const blob = repository.git('hash-object', '-w', '--no-filters', '.tampered');
  repository.delete('.tampered');
  const environment = { GIT_INDEX_FILE: repository.beside('tampered.index') };
  repository.gitWith(environment, 'read-tree', live);
  repository.gitWith(environment, 'update-index', '--cacheinfo', `100644,${blob},${path}`);
  const tree = repository.gitWith(environment, 'write-tree');
  const commit = repository.git('commit-tree', tree, '-p', live, '-m', 'tampered');
  repository.git('update-ref', 'refs/heads/bots/choo-choo/live', commit);
  return commit;
}
