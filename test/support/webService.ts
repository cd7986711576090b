import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { CallSettings } from '../../server/src/gateway/effects/callService';
import { readAllowedHost } from '../../server/src/gateway/effects/allowedHosts';
import { CERTIFICATE, CERTIFICATE_KEY } from './certificate';

/** A web service that bots call, over real TLS. It answers at once, or when the test lets it. */
export class WebService {
  /** How many requests came. */
  count = 0;
  holds = false;
  readonly #server = createServer({ cert: CERTIFICATE, key: CERTIFICATE_KEY });
  readonly #arrivals = new EventEmitter();
  readonly #held: ServerResponse[] = [];

  static async start(): Promise<WebService> {
    const service = new WebService();
    service.#server.on('request', (_request, response: ServerResponse) => {
      service.count++;
      if (service.holds) service.#held.push(response);
      else service.#answer(response);
      service.#arrivals.emit('request');
    });
    service.#server.listen(0, '127.0.0.1');
    await once(service.#server, 'listening');
    return service;
  }

  get origin(): string {
    return `https://service.test:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How a gateway gets there. */
  settings(timeLimit = 30_000): CallSettings {
    const host = readAllowedHost(this.origin, true);
    return {
      hosts: typeof host === 'string' ? [] : [host],
      secret: () => undefined,
      timeLimit,
      largestAnswer: 10_000,
      resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
      certificates: CERTIFICATE,
    };
  }

  /** Resolves when so many requests have come. */
  async reached(count: number): Promise<void> {
    while (this.count < count) await once(this.#arrivals, 'request');
  }

  /** Answers all that wait, and from now on at once. */
  release(): void {
    this.holds = false;
    for (const response of this.#held.splice(0)) this.#answer(response);
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #answer(response: ServerResponse): void {
    response.end('{"total": 12}');
  }
}
