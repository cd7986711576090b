import autocannon from 'autocannon';

/** People who talk at the same time, each in a conversation of their own. */
export const PEOPLE = 32;

export interface Load {
  /** Milliseconds of the server for each message: one over the throughput. */
  readonly perMessage: number;
  /** Milliseconds until the answer. */
  readonly p50: number;
  readonly p99: number;
  readonly messages: number;
}

/**
 * Sends messages as fast as they are answered, one after the other on each connection.
 *
 * @param paths where each connection posts to
 * @param bodies what is said, in turn
 * @param messages how many in all
 * @throws when one was not answered with 200
 */
export async function load(
  address: string,
  paths: readonly string[],
  bodies: readonly string[],
  messages: number,
): Promise<Load> {
  let next = 0;
  const began = performance.now();
  const result = await autocannon({
    url: address,
    connections: paths.length,
    amount: messages,
    timeout: 60,
    setupClient(client) {
      const path = paths[next++ % paths.length] ?? '/';
      client.setRequests(
        bodies.map((body) => ({
          method: 'POST',
          path,
          headers: { 'content-type': 'application/json' },
          body,
        })),
      );
    },
  });
  const duration = performance.now() - began;
  if (result.non2xx > 0 || result.errors > 0 || result['2xx'] !== messages) {
    throw new Error(`Of ${messages} messages ${result['2xx']} were answered; ${result.errors} errors.`);
  }
  return { perMessage: duration / messages, p50: result.latency.p50, p99: result.latency.p99, messages };
}
