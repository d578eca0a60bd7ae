import { describe, expect, it } from '@jest/globals';
import { addressKey, networkOf } from './client-address.ts';

describe('an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:0:0:ffff:1:2:3', '2001:db8:0:0'],
    ['2001:0DB8:0000:0000::9', '2001:db8:0:0'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1::', '2001:db8:1:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    [undefined, 'unknown'],
    ['', 'unknown'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is kept as a hash only', () => {
    expect(addressKey('203.0.113.7')).toMatch(/^[\w-]{43}$/);
    expect(addressKey('2001:db8::1')).toBe(addressKey('2001:db8::2'));
    expect(addressKey('203.0.113.7')).not.toBe(addressKey('203.0.113.8'));
  });
});
