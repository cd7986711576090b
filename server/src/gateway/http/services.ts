import { AdminGate } from '../access/adminGate';
import { Doorkeeper } from '../access/doorkeeper';
import { Limiter } from '../access/limiter';
import type { GatewayDeps } from './contract';

/** What the routes of one gateway share. */
export interface Services extends GatewayDeps {
  readonly doorkeeper: Doorkeeper;
  readonly adminGate: AdminGate;
  /** Conversations that an address begins. */
  readonly starts: Limiter;
}

export function makeServices(deps: GatewayDeps): Services {
  const { store, settings } = deps;
  return {
    ...deps,
    doorkeeper: new Doorkeeper(store, settings.limits),
    adminGate: new AdminGate(store, settings.limits, deps.editorToken),
    starts: new Limiter(settings.limits.starts),
  };
}
