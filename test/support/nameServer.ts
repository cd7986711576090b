import { createSocket } from 'node:dgram';
import type { LookupAddress } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';

/** A real name server on this machine, which answers every question for an IPv4 address as `answers` says. */
export class NameServer {
  /** Names that were asked for, in order. */
  readonly asked: string[] = [];
  readonly #socket = createSocket('udp4');
  readonly #resolver = new Resolver();

  /** @param answers the addresses of a name the first time, the second time, …; then the last again */
  static async start(answers: Readonly<Record<string, readonly (readonly string[])[]>>): Promise<NameServer> {
    const server = new NameServer(answers);
    server.#socket.bind(0, '127.0.0.1');
    await once(server.#socket, 'listening');
    server.#resolver.setServers([`127.0.0.1:${server.#socket.address().port}`]);
    return server;
  }

  private constructor(answers: Readonly<Record<string, readonly (readonly string[])[]>>) {
    this.#socket.on('message', (question, { port, address }) => {
      const { name, end } = nameIn(question);
      const times = this.asked.filter((one) => one === name).length;
      this.asked.push(name);
      const lists = answers[name] ?? [[]];
      const list = lists[Math.min(times, lists.length - 1)] ?? [];
      this.#socket.send(answer(question.subarray(0, end + 4), list), port, address);
    });
  }

  /** Looks a name up, every time anew. */
  readonly resolve = async (host: string): Promise<readonly LookupAddress[]> => {
    const found = await this.#resolver.resolve4(host);
    return found.map((address) => ({ address, family: 4 }));
  };

  stop(): void {
    this.#socket.close();
  }
}

const HEADER = 12;

function nameIn(question: Buffer): { readonly name: string; readonly end: number } {
  const labels: string[] = [];
  let at = HEADER;
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 };
}

/** RFC 1035: the question again, and a record of one second for each address. */
function answer(question: Buffer, addresses: readonly string[]): Buffer {
  const head = Buffer.from(question);
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(addresses.length, 6);
  head.writeUInt32BE(0, 8);
  const records = addresses.map((address) =>
    Buffer.from([0xc0, HEADER, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, ...address.split('.').map(Number)]),
  );
  return Buffer.concat([head, ...records]);
}
