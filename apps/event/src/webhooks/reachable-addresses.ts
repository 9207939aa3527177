import { BlockList, isIP } from 'node:net';

/** Networks that no webhook reaches by itself: this machine, private and link-local ones, and all that is not the public internet (IANA's special-purpose registries). */
const PRIVATE_4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16',
  '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
];
/** Of IPv6 only global unicast is public, without documentation, 6to4, Teredo and translated addresses, which can lead to private ones. */
const PUBLIC_6 = '2000::/3';
const PRIVATE_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address, bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
}

const within = (list: BlockList, address: string): boolean => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
const [private4, public6, private6] = [listOf(PRIVATE_4), listOf([PUBLIC_6]), listOf(PRIVATE_6)];

/** Does this address lie on the public internet? */
export function isPublicAddress(address: string): boolean {
  const plain = MAPPED.exec(address)?.[1] ?? address;
  if (isIP(plain) === 4) return !within(private4, plain);
  return isIP(plain) === 6 && within(public6, plain) && !within(private6, plain);
}

/** What the operator allows beside the public internet: host names, addresses and networks. */
export class AllowedPlaces {
  readonly #hosts: Set<string>;
  readonly #networks: BlockList;

  /** @param list as in the setting WEBHOOK_ALLOW @throws where a network is not one */
  constructor(list: string) {
    const places = list.split(',').filter(Boolean);
    const isNetwork = (place: string): boolean => isIP(place.split('/')[0]) !== 0;
    this.#hosts = new Set(places.filter((place) => !isNetwork(place)).map((place) => place.toLowerCase()));
    this.#networks = listOf(places.filter(isNetwork));
  }

  /** Has the operator allowed this host by its name, whatever its address? */
  names(host: string): boolean {
    return this.#hosts.has(host.toLowerCase());
  }

  /** Has the operator allowed this place by name or by address? */
  allows(host: string, address: string): boolean {
    const plain = MAPPED.exec(address)?.[1] ?? address;
    return this.names(host) || within(this.#networks, plain);
  }
}
