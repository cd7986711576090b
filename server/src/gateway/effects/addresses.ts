import { BlockList, isIP } from 'node:net';

/**
 * What an address is to a program that calls on behalf of strangers: `public` is anybody's network, `private` may be a
 * service of one's own, and `never` is nothing that a bot can have a reason to call: this link, metadata services of
 * clouds, many at once, translations of other addresses, documentation.
 */
export type AddressKind = 'public' | 'private' | 'never';

const PRIVATE = listOf({
  ipv4: ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
  ipv6: ['::1/128', 'fc00::/7'],
});

/**
 * From the registries of special-purpose addresses of IANA, what PRIVATE holds aside; and metadata services that clouds put
 * among private or public addresses.
 */
const SPECIAL = listOf({
  ipv4: [
    '0.0.0.0/8',
    '100.100.100.200/32',
    '168.63.129.16/32',
    '169.254.0.0/16',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.88.99.0/24',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ],
  ipv6: ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', 'fd00:ec2::/32', 'fd20:ce::/32'],
});

/** Everything in IPv6 that is routed; what is outside of it holds other addresses in disguise, or is not routed. */
const GLOBAL = listOf({ ipv4: [], ipv6: ['2000::/3'] });

/** What an address is, by its number. What is no address is never called. */
export function kindOfAddress(address: string): AddressKind {
  // A zone says that the address means something on one link only.
  const family = address.includes('%') ? 0 : isIP(address);
  if (family === 4) {
    if (SPECIAL.check(address, 'ipv4')) return 'never';
    return PRIVATE.check(address, 'ipv4') ? 'private' : 'public';
  }
  if (family !== 6 || isDisguised(address) || SPECIAL.check(address, 'ipv6')) return 'never';
  if (PRIVATE.check(address, 'ipv6')) return 'private';
  return GLOBAL.check(address, 'ipv6') ? 'public' : 'never';
}

const MAPPED = listOf({ ipv4: ['0.0.0.0/0'], ipv6: [] });

/** IPv4 written as IPv6 (`::ffff:127.0.0.1`): a list of IPv4 addresses knows those as well. */
function isDisguised(address: string): boolean {
  return MAPPED.check(address, 'ipv6');
}

function listOf(networks: { readonly ipv4: readonly string[]; readonly ipv6: readonly string[] }): BlockList {
  const list = new BlockList();
  for (const family of ['ipv4', 'ipv6'] as const) {
    for (const network of networks[family]) {
      const [address = '', bits = ''] = network.split('/');
      list.addSubnet(address, Number(bits), family);
    }
  }
  return list;
}
