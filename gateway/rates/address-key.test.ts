import { describe, expect, it } from '@jest/globals';
import { addressKey } from './address-key.ts';

describe('what an address is counted by', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['0:0:0:0:0:FFFF:192.0.2.7', '192.0.2.7'],
  ])('is IPv4 however it is written: %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8:1::5', '2001:db8:1:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('is the network of an IPv6 address: %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });

  it('is a text that is no address as it is', () => {
    expect(addressKey('')).toBe('');
    expect(addressKey('unix')).toBe('unix');
  });
});
