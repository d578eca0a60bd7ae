import type { IncomingMessage } from 'node:http';

/**
 * Whether a page of this origin may use the API. Browsers name the origin of the page that asks; programs
 * name none and are let in. Our own pages come from the host that they ask. Never throws.
 */
export function isAllowedOrigin(
  request: Pick<IncomingMessage, 'headers'>,
  allowedOrigins: readonly string[],
): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || allowedOrigins.includes(origin)) return true;
  return host !== undefined && URL.parse(origin)?.host === host.toLowerCase();
}

/**
 * An origin as a browser writes it, or undefined when this is none: scheme, host and a port that is not the
 * usual one; no path, no `*`, no `null`.
 */
export function asOrigin(text: string): string | undefined {
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname.includes('*')) return undefined;
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return isBare ? url.origin : undefined;
}
