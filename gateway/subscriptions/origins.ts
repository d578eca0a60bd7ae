import type { IncomingMessage } from 'node:http';

/**
 * Whether a page of this origin may open a WebSocket. Browsers name the origin and let any page connect
 * anywhere; programs name none and are let in. Our own pages come from the host that they ask.
 */
export function isAllowedOrigin(request: IncomingMessage, allowedOrigins: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || allowedOrigins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
