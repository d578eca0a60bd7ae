import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';

/** A content security policy: what a page may load, and from where. */
export type Policy = Readonly<Record<string, string>>;

/** For everything that is no page: data that somebody opens as a page may load nothing and be framed nowhere. */
const noPage = asText({ 'default-src': "'none'", 'frame-ancestors': "'none'" });

const always = Object.entries({
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  // Concerns only what is loaded without CORS: images, scripts. The API is read through CORS.
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': noPage,
});

const pageHeaders = {
  // A page that opens ours, or that ours opens, gets no hold on its window.
  'cross-origin-opener-policy': 'same-origin',
  // A ticket is checked with the camera; nothing else of the device is needed.
  'permissions-policy':
    'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=()',
} as const;

/** A year, for this host alone: what else lives below its name is not ours to decide. */
const strictTransport = 'max-age=31536000';

/** Sets what every answer carries, unless a page has said something else for itself. */
export function addSecurityHeaders(reply: FastifyReply, isEncrypted: boolean): void {
  for (const [name, value] of always) if (!reply.hasHeader(name)) void reply.header(name, value);
  // Over plain HTTP browsers ignore it, and a server without TLS must not promise it.
  if (isEncrypted) void reply.header('strict-transport-security', strictTransport);
}

/** Makes an answer a page under this policy. */
export function asPage(reply: FastifyReply, policy: Policy, headers: OutgoingHttpHeaders = {}): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .headers({ ...pageHeaders, ...headers, 'content-security-policy': asText(policy) });
}

/** The web app: its own files only, and the API over HTTP and WebSocket. */
export function webAppPolicy(request: Pick<IncomingMessage, 'headers'>): Policy {
  return {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data: blob:",
    'connect-src': connectSources(request),
    'font-src': "'self'",
    'manifest-src': "'self'",
    'worker-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  };
}

/** This host over HTTP and WebSocket. Safari before 15.4 does not count ws: as 'self'. */
export function connectSources({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const host = plainHost(headers.host);
  return host ? `'self' ws://${host} wss://${host}` : "'self'";
}

/** The Host header, when it is nothing but a name and a port: it is about to become a part of a policy. */
export function plainHost(host: string | undefined): string | undefined {
  return host !== undefined && /^[a-z0-9.-]{1,253}(?::\d{1,5})?$/i.test(host) ? host : undefined;
}

export function asText(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}
