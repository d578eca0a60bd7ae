import type { IncomingMessage } from 'node:http';
import { isIP, type Socket } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';

/** Who sends requests, as far as the connection and the proxies in front of it tell. */
export interface ClientAddresses {
  /**
   * The address of the client: of the connection, or what a believed proxy says of it. IPv4 in IPv6 is
   * written as IPv4. Never throws; '' when the connection has gone already.
   */
  clientAddress(request: IncomingMessage): string;
  /** Whether a connection from this address is that of a proxy that is believed. */
  isProxy(address: string): boolean;
  /** Whether the client speaks TLS to a proxy that is believed. */
  isEncrypted(request: IncomingMessage): boolean;
}

/**
 * @param trustedProxies addresses, ranges such as 10.0.0.0/8, or `loopback`, `linklocal`, `uniquelocal`
 * @throws TypeError that names what is no address
 */
export function createClientAddresses(trustedProxies: readonly string[] = []): ClientAddresses {
  const isTrusted = proxyAddr.compile([...trustedProxies]);
  const clientAddress = (request: IncomingMessage) => {
    const peer = peerOf(request);
    if (trustedProxies.length === 0 || !peer || request.headers['x-forwarded-for'] === undefined) return peer;
    const said = plain(withoutPort(proxyAddr(request, isTrusted)));
    // A proxy that passes on nonsense has told nothing: then the proxy itself is who asks.
    return isIP(said) === 0 ? peer : said;
  };
  return {
    clientAddress,
    isProxy: (address) => isTrusted(plain(address), 0),
    isEncrypted(request) {
      if (!isTrusted(peerOf(request), 0)) return false;
      return String(request.headers['x-forwarded-proto']).split(',', 1)[0]?.trim() === 'https';
    },
  };
}

const forwardingHeaders = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'x-forwarded-host'] as const;

/**
 * Whether a request comes from a program on this machine and from nowhere else: over loopback, by a name of
 * loopback (a page elsewhere may have had its own name resolved to 127.0.0.1), and through no proxy.
 */
export function isFromThisMachine(request: IncomingMessage): boolean {
  if (!isLoopback(peerOf(request)) || forwardingHeaders.some((name) => request.headers[name] !== undefined)) {
    return false;
  }
  return isLoopbackHost(request.headers.host ?? '');
}

/** Whether a Host header names this machine by a name of loopback. */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return name === 'localhost' || name === '[::1]' || (isIP(name) === 4 && isLoopback(name));
}

/** '' when the connection has gone: then Node has taken the socket from the request as well. */
function peerOf(request: IncomingMessage): string {
  const socket: Socket | null = request.socket;
  return plain(socket?.remoteAddress ?? '');
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** Some proxies add the port: 192.0.2.1:4711, [2001:db8::1]:4711. */
function withoutPort(address: string): string {
  return address.replace(/^\[(.+)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
}
