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
 * Whether a page of any other origin than the one that it asks has sent a request, those of the same site included.
 * Browsers say so themselves where they can; programs say nothing, and they have no cookie that somebody else could
 * use. Never throws.
 *
 * @param isEncrypted whether the client is known to speak TLS: then a page without it is another origin
 */
export function isOfOtherOrigin(
  { headers }: Pick<IncomingMessage, 'headers'>,
  isEncrypted: boolean,
): boolean {
  const site = headers['sec-fetch-site'];
  // Also true behind a proxy that asks us by another name than the one that the browser knows.
  if (site !== undefined) return site !== 'same-origin';
  if (headers.origin === undefined) return false;
  const origin = URL.parse(headers.origin);
  if (!origin || origin.host !== headers.host?.toLowerCase()) return true;
  return isEncrypted && origin.protocol !== 'https:';
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
