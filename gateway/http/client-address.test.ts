import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { createClientAddresses, isFromThisMachine } from './client-address.ts';

describe('the address of a client', () => {
  it.each([
    ['is that of the connection', [], '192.0.2.7', {}, '192.0.2.7'],
    ['is IPv4 where it comes within IPv6', [], '::ffff:192.0.2.7', {}, '192.0.2.7'],
    ['is not what a stranger says', ['10.0.0.0/8'], '192.0.2.7', forwardedFor('198.51.100.1'), '192.0.2.7'],
    [
      'is what a believed proxy says',
      ['10.0.0.0/8'],
      '10.1.2.3',
      forwardedFor('198.51.100.1'),
      '198.51.100.1',
    ],
    ['is believed of a proxy within IPv6', ['10.0.0.1'], '::ffff:10.0.0.1', forwardedFor('::1'), '::1'],
    [
      'is the last that no believed proxy has',
      ['10.0.0.0/8'],
      '10.1.2.3',
      forwardedFor('1.1.1.1, 198.51.100.1, 10.9.9.9'),
      '198.51.100.1',
    ],
    ['comes without the port', ['loopback'], '::1', forwardedFor('198.51.100.1:4711'), '198.51.100.1'],
    [
      'comes without the port in IPv6',
      ['loopback'],
      '::1',
      forwardedFor('[2001:db8::1]:4711'),
      '2001:db8::1',
    ],
    [
      'is the proxy when that passes on nonsense',
      ['loopback'],
      '127.0.0.1',
      forwardedFor('unknown'),
      '127.0.0.1',
    ],
    ['is nothing once the connection has gone', ['loopback'], undefined, forwardedFor('198.51.100.1'), ''],
  ])('%s', (_rule, trusted, remoteAddress, headers, expected) => {
    const { clientAddress } = createClientAddresses(trusted);
    expect(clientAddress(request(remoteAddress, headers))).toBe(expected);
  });

  it('survives a request that Node has taken the socket from', () => {
    const gone = { socket: null, headers: {} } as unknown as IncomingMessage;
    const clients = createClientAddresses(['loopback']);
    expect([clients.clientAddress(gone), clients.isEncrypted(gone), isFromThisMachine(gone)]).toEqual([
      '',
      false,
      false,
    ]);
  });

  it('refuses a proxy that is no address', () => {
    expect(() => createClientAddresses(['proxy.example'])).toThrow('proxy.example');
  });
});

describe('a client is encrypted', () => {
  it.each([
    ['when a believed proxy says so', '10.0.0.1', 'https', true],
    ['not when a stranger says so', '192.0.2.7', 'https', false],
    ['not when the proxy speaks plain HTTP with it', '10.0.0.1', 'http', false],
  ])('%s', (_rule, remoteAddress, proto, expected) => {
    const { isEncrypted } = createClientAddresses(['10.0.0.1']);
    expect(isEncrypted(request(remoteAddress, { 'x-forwarded-proto': proto }))).toBe(expected);
  });
});

describe('a request is from this machine', () => {
  it.each([
    ['over loopback, by its name', '127.0.0.1', { host: 'localhost:4000' }, true],
    ['over loopback, by its address', '::1', { host: '[::1]:4000' }, true],
    ['not from elsewhere', '192.0.2.7', { host: 'localhost:4000' }, false],
    ['not through a proxy', '127.0.0.1', { host: 'localhost:4000', ...forwardedFor('127.0.0.1') }, false],
    [
      'not through another kind of proxy',
      '127.0.0.1',
      { host: 'localhost', forwarded: 'for=127.0.0.1' },
      false,
    ],
    ['not of a page whose name was resolved to loopback', '127.0.0.1', { host: 'evil.example:4000' }, false],
  ])('%s', (_rule, remoteAddress, headers, expected) => {
    expect(isFromThisMachine(request(remoteAddress, headers))).toBe(expected);
  });
});

function forwardedFor(addresses: string) {
  return { 'x-forwarded-for': addresses };
}

function request(remoteAddress: string | undefined, headers: object): IncomingMessage {
  const socket = { remoteAddress };
  return { socket, connection: socket, headers } as unknown as IncomingMessage;
}
