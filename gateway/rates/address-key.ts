import { isIPv4, isIPv6 } from 'node:net';

/** Groups of an IPv6 address that name a network: whoever has one address there has all 2^64. */
const NETWORK_GROUPS = 4;

/**
 * What an address is counted by: IPv4 by itself, also when it comes written as IPv6 (`::ffff:192.0.2.1`), IPv6
 * by its network of 64 bits. Anything else (a socket of the machine itself has no address) by its text.
 */
export function addressKey(address: string): string {
  const plain = address.split('%', 1).join();
  if (!isIPv6(plain)) return plain;
  const mapped = plain.slice(plain.lastIndexOf(':') + 1);
  if (isIPv4(mapped) && /^(::|(0+:){5})ffff:/i.test(plain)) return mapped;
  const [head = '', tail] = plain.split('::') as [string, string?];
  const groups = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':')));
  const [before = [], after = []] = groups;
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  const all = [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after];
  const network = all.slice(0, NETWORK_GROUPS).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
