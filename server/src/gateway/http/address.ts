import { BlockList, isIP, isIPv4 } from 'node:net';

/** Who sends a request, as far as the gateway can know. */
export interface Sender {
  readonly address: string;
  /** Whether the user's own connection is encrypted. */
  readonly isSecure: boolean;
  /** What the user's program calls this gateway: the `Host` header, or what a trusted proxy says it was. */
  readonly host: string;
}

/** What a request says of its way. Header names are lower case. */
export interface Arrival {
  /** The other end of the connection. */
  readonly peer: string;
  readonly isEncrypted: boolean;
  readonly header: (name: string) => string | undefined;
}

/** Proxies that are believed. */
export class TrustedProxies {
  readonly #list = new BlockList();
  readonly #isEmpty: boolean;

  /** @throws TypeError with the entry that is no address and no network */
  constructor(entries: readonly string[]) {
    this.#isEmpty = entries.length === 0;
    for (const entry of entries) {
      const [address = '', bits] = entry.split('/');
      const family = isIPv4(address) ? 'ipv4' : 'ipv6';
      const prefix = bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits);
      const most = family === 'ipv4' ? 32 : 128;
      if (isIP(address) === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > most || bits === '') {
        throw new TypeError(entry);
      }
      this.#list.addSubnet(address, prefix, family);
    }
  }

  has(address: string): boolean {
    if (this.#isEmpty || isIP(address) === 0) return false;
    return this.#list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
  }
}

/**
 * The sender of a request. Forwarding headers count only from a trusted peer; of `X-Forwarded-For` the last entry that is
 * no trusted proxy counts, because everything before it can be made up.
 */
export function senderOf(arrival: Arrival, trusted: TrustedProxies): Sender {
  const peer = plainAddress(arrival.peer);
  const host = arrival.header('host') ?? '';
  if (!trusted.has(peer)) return { address: peer, isSecure: arrival.isEncrypted, host };
  const hops = (arrival.header('x-forwarded-for') ?? '').split(',').map((hop) => plainAddress(hop.trim()));
  const client = hops.findLast((hop) => !trusted.has(hop));
  const protocol = arrival.header('x-forwarded-proto');
  return {
    // Something that is no address would give everybody a limit of their own.
    address: client !== undefined && isIP(client) !== 0 ? client : peer,
    isSecure: protocol === undefined ? arrival.isEncrypted : protocol === 'https',
    host: arrival.header('x-forwarded-host') ?? host,
  };
}

/** IPv4 addresses on an IPv6 socket are written as IPv4. */
export function plainAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? address;
}

/** What limits are counted by: one customer of a provider has a whole /64 of IPv6 addresses. */
export function addressKey(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array<string>(Math.max(0, zeros)).fill('0'), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
