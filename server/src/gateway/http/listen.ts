import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { GatewayApp } from './context';
import type { Limits } from './contract';

/** How often connections are looked at that take too long (milliseconds). */
const CHECK_EVERY = 1000;

/** How often connections are closed that have nothing under way, while it stops (milliseconds). */
const SWEEP_EVERY = 50;

/** A gateway that takes requests. */
export interface Listening {
  /** Where, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Takes no new connection, lets requests under way end for so long (milliseconds), then ends all that is left. */
  close(patience: number): Promise<void>;
}

/**
 * Takes requests.
 *
 * @param port 0 for any that is free
 * @throws Error of the operating system, such as EADDRINUSE
 */
export async function listen(
  app: GatewayApp,
  limits: Limits,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      headersTimeout: limits.headersTimeout,
      requestTimeout: limits.requestTimeout,
      keepAliveTimeout: limits.idleTimeout,
      connectionsCheckingInterval: CHECK_EVERY,
      // An upgrade is a request like any other: nothing here speaks another protocol.
      requireHostHeader: true,
    },
  }) as Server;
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  server.maxConnections = limits.connections;
  // A connection on which nothing was ever sent is no request that could take too long.
  server.setTimeout(limits.requestTimeout + limits.idleTimeout);
  server.listen(port, host);
  await once(server, 'listening');
  const { address, family, port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    close: (patience) => close(server, patience),
  };
}

async function close(server: Server, patience: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  // One whose request ends from now on is kept for a next request otherwise, which will not be taken.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY);
  const end = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(sweep);
  clearTimeout(end);
}
