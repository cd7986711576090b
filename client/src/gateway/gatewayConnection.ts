import * as vscode from 'vscode';
import type { GatewayAccess } from '../../../server/src/protocol';
import { setContext } from '../context';
import type { GatewayProcess } from './gatewayProcess';

const ADDRESS = 'botlane.gateway.address';

/**
 * The gateway that this window asks: the one that it has started, else one that it was connected to. The address is kept for
 * the workspace; the token lies in the secret storage of the editor and nowhere else.
 */
export class GatewayConnection implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #own: GatewayAccess | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(context: vscode.ExtensionContext, gateway: GatewayProcess) {
    this.#context = context;
    this.#subscriptions = [
      gateway.onDidStop(() => {
        this.#own = undefined;
        void this.#tell();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.#tell()),
    ];
  }

  /** Tells the views what is known from the last time. */
  restore(): Promise<void> {
    return this.#tell();
  }

  /** Undefined when there is none, or the workspace is not trusted: the views say what to do then. */
  async access(): Promise<GatewayAccess | undefined> {
    if (!vscode.workspace.isTrusted) return undefined;
    if (this.#own) return this.#own;
    const address = this.#context.workspaceState.get<string>(ADDRESS);
    if (address === undefined) return undefined;
    const token = await this.#context.secrets.get(secretOf(address));
    return token === undefined ? undefined : { address, token };
  }

  /** Where it is, for people. */
  get address(): string | undefined {
    return this.#own?.address ?? this.#context.workspaceState.get<string>(ADDRESS);
  }

  /** From now on this window's own gateway is asked. */
  async own(access: GatewayAccess): Promise<void> {
    this.#own = access;
    await this.#tell();
  }

  async connect({ address, token }: GatewayAccess): Promise<void> {
    await this.#context.secrets.store(secretOf(address), token);
    await this.#context.workspaceState.update(ADDRESS, address);
    await this.#tell();
  }

  async disconnect(): Promise<void> {
    const address = this.#context.workspaceState.get<string>(ADDRESS);
    if (address !== undefined) await this.#context.secrets.delete(secretOf(address));
    await this.#context.workspaceState.update(ADDRESS, undefined);
    await this.#tell();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  async #tell(): Promise<void> {
    const access = await this.access();
    await setContext('gateway', access !== undefined);
    await setContext('gatewayRunning', this.#own !== undefined);
    this.#changed.fire();
  }
}

function secretOf(address: string): string {
  return `botlane.gateway.token ${address}`;
}
