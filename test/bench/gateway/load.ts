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

/** How often the load generator looks whether all is answered (milliseconds); by itself it looks once a second. */
const LOOK_MS = 20;

/**
 * Sends messages as fast as they are answered, one after the other on each connection.
 *
 * @param paths where each connection posts to
 * @param bodiesOf what one of them says, in turn
 * @param messages how many in all; fewer than 1000 on each connection, after which servers end it
 * @throws when one was not answered with 200
 */
export async function load(
  address: string,
  paths: readonly string[],
  bodiesOf: () => readonly string[],
  messages: number,
): Promise<Load> {
  let next = 0;
  const began = performance.now();
  let ended = began;
  const result = await autocannon({
    url: address,
    connections: paths.length,
    amount: messages,
    sampleInt: LOOK_MS,
    timeout: 60,
    setupClient(client) {
      // The generator's own end is up to a look later than that of the load.
      client.on('response', () => (ended = performance.now()));
      const path = paths[next++ % paths.length] ?? '/';
      client.setRequests(
        bodiesOf().map((body) => ({
          method: 'POST',
          path,
          headers: { 'content-type': 'application/json' },
          body,
        })),
      );
    },
  });
  const duration = ended - began;
  if (result.non2xx > 0 || result.errors > 0 || result['2xx'] !== messages) {
    throw new Error(`Of ${messages} messages ${result['2xx']} were answered; ${result.errors} errors.`);
  }
  return { perMessage: duration / messages, p50: result.latency.p50, p99: result.latency.p99, messages };
}
