import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type BotNode,
  BotsRequest,
  type BotState,
  ChangedNotification,
  type DefinitionGroup,
  type DefinitionsPage,
  type DefinitionsParams,
  DefinitionsRequest,
  type Environment,
  NamesRequest,
  StateRequest,
} from '../../server/src/protocol';
import { setContext } from './context';
import { askAgain } from './requests';

/**
 * What the window knows of its bots, and which environment it shows. One place, so that the views, the status bar and the
 * commands' enablement never disagree. A window always starts in DRAFT.
 */
export class WorkspaceState implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #changed = new vscode.EventEmitter<{ readonly live: boolean }>();
  readonly #disposables: vscode.Disposable[] = [this.#changed];
  #environment: Environment = 'draft';
  #bots: readonly BotNode[] = [];
  #drafts: readonly BotNode[] = [];
  #states: ReadonlyMap<string, BotState> = new Map();
  #reading: Promise<void> | undefined;
  /** What came while a reading was under way; undefined when nothing did. */
  #wanted: { live: boolean } | undefined;

  /** Fires when bots, their states or the environment are new. `live`: LIVE or the versions may have moved. */
  readonly onDidChange = this.#changed.event;

  constructor(client: LanguageClient) {
    this.#client = client;
    this.#disposables.push(
      client.onNotification(
        ChangedNotification.method,
        ({ live }: { live: boolean }) =>
          void this.refresh(live).catch(() => {
            // The server stopped while it was asked. When it is back, it tells again.
          }),
      ),
    );
  }

  get environment(): Environment {
    return this.#environment;
  }

  /** The bots of the environment that the window shows. */
  get bots(): readonly BotNode[] {
    return this.#bots;
  }

  /** The bots of the workspace, whichever environment is shown. */
  get drafts(): readonly BotNode[] {
    return this.#drafts;
  }

  /** Definitions of a bot, as many as the server sends at once; see `DefinitionsRequest`. */
  definitions(
    { root, environment }: BotNode,
    group: DefinitionGroup,
    part: Pick<DefinitionsParams, 'uri' | 'from'> = {},
  ): Promise<DefinitionsPage> {
    return askAgain(this.#client, DefinitionsRequest, { bot: root, environment, group, ...part });
  }

  /** The names of all intents or flows of a bot. */
  names({ root, environment }: BotNode, symbol: 'intent' | 'flow'): Promise<readonly string[]> {
    return askAgain(this.#client, NamesRequest, { bot: root, environment, symbol });
  }

  /** The states of all bots of the workspace, whichever environment is shown. */
  get states(): readonly BotState[] {
    return [...this.#states.values()];
  }

  state(root: string): BotState | undefined {
    return this.#states.get(root);
  }

  /** Shows the other environment in every view. */
  async setEnvironment(environment: Environment): Promise<void> {
    this.#environment = environment;
    await setContext('live', environment === 'live');
    await this.refresh(true);
  }

  /** Reads everything again. Calls that come while it reads are answered by one more reading. */
  async refresh(live = true): Promise<void> {
    this.#wanted = { live: live || this.#wanted?.live === true };
    if (this.#reading) return this.#reading;
    this.#reading = this.#read();
    try {
      await this.#reading;
    } finally {
      this.#reading = undefined;
    }
  }

  /** The server could not be started: the views say so. */
  async fail(): Promise<void> {
    await setContext('failed', true);
  }

  async #read(): Promise<void> {
    for (let wanted = this.#takeWanted(); wanted; wanted = this.#takeWanted()) {
      try {
        await this.#readOnce();
        this.#changed.fire(wanted);
      } catch (error) {
        // What was told meanwhile is read all the same: nobody tells it twice.
        const later = this.#takeWanted();
        if (!later) throw error;
        this.#wanted = { live: wanted.live || later.live };
      }
    }
  }

  #takeWanted(): { readonly live: boolean } | undefined {
    const wanted = this.#wanted;
    this.#wanted = undefined;
    return wanted;
  }

  async #readOnce(): Promise<void> {
    const environment = this.#environment;
    const bots = await askAgain(this.#client, BotsRequest, { environment });
    // LIVE lists only what is live; whether commands make sense depends on the bots of the workspace.
    const drafts =
      environment === 'draft' ? bots : await askAgain(this.#client, BotsRequest, { environment: 'draft' });
    const states = await Promise.all(
      drafts.map(({ root }) => askAgain(this.#client, StateRequest, { bot: root })),
    );
    this.#bots = bots;
    this.#drafts = drafts;
    this.#states = new Map(states.flatMap((state) => (state ? [[state.root, state] as const] : [])));
    await setContext('hasBots', drafts.length > 0);
    await setContext('store', states.find((state) => state?.store.kind !== 'ready')?.store.kind ?? 'ready');
    await setContext('loaded', true);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}
