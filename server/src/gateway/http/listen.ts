import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { addressKey, plainAddress, TrustedProxies } from './address';
import type { GatewayApp } from './context';
import type { HttpSettings } from './contract';

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
  { limits, trustProxy }: Pick<HttpSettings, 'limits' | 'trustProxy'>,
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
  server.on('connection', connectionsOf(limits.connectionsPerAddress, new TrustedProxies(trustProxy)));
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

/** Ends connections beyond so many of one address, so that it cannot take all that there are. Proxies speak for many. */
function connectionsOf(most: number, proxies: TrustedProxies): (socket: Socket) => void {
  const open = new Map<string, number>();
  return (socket) => {
    const address = plainAddress(socket.remoteAddress ?? '');
    if (proxies.has(address)) return;
    const key = addressKey(address);
    const count = open.get(key) ?? 0;
    if (count >= most) {
      socket.destroy();
      return;
    }
    open.set(key, count + 1);
    socket.once('close', () => {
      const left = (open.get(key) ?? 1) - 1;
      if (left === 0) open.delete(key);
      else open.set(key, left);
    });
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
