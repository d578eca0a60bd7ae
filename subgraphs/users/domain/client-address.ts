import { createHash } from 'node:crypto';

/**
 * What an address is counted by: a hash, so that the database keeps no list of who was where. An IPv6 address
 * counts as its /64, which is what one connection is given: whoever has one has all of its 2^64 addresses. Where
 * nobody knows the address, all callers share one key.
 */
export function addressKey(address: string | undefined): string {
  return createHash('sha256').update(networkOf(address)).digest('base64url');
}

const mappedIpv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/;

/** "203.0.113.7" → itself, "2001:db8::1" → "2001:db8:0:0". */
export function networkOf(address: string | undefined): string {
  if (!address) return 'unknown';
  const text = address.toLowerCase().split('%', 1).join();
  const ipv4 = mappedIpv4.exec(text)?.[1];
  if (ipv4) return ipv4;
  if (!text.includes(':')) return text;
  const [head = '', tail] = text.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':').length : 0;
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after);
  const all = [...groups, ...Array<string>(zeros).fill('0'), ...(tail ? tail.split(':') : [])];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
