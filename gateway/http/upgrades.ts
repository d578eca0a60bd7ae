import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { isAllowedOrigin } from './origins.ts';
import { refuseConnection } from './refusals.ts';
import { pathOf } from './request-target.ts';

/** Takes over a connection of the HTTP server that wants to become a WebSocket. */
export type Upgrade = (request: IncomingMessage, connection: Duplex, head: Buffer) => void;

export interface UpgradesOptions {
  /** The one path that is a WebSocket. */
  readonly path: string;
  readonly upgrade: Upgrade;
  readonly allowedOrigins: readonly string[];
  readonly logger: Logger;
}

/**
 * The listener for `upgrade` of an HTTP server. It must not throw, and the connection must never be without
 * a listener for its errors: either would end the process, and what comes here has been looked at by nobody.
 */
export function routeUpgrades({ path, upgrade, allowedOrigins, logger }: UpgradesOptions): Upgrade {
  return (request, connection, head) => {
    // First of all: the client may have reset the connection already.
    connection.on('error', (error) => logger.debug({ error }, 'a connection failed while it was upgraded'));
    try {
      if (pathOf(request.url) !== path) return refuseConnection(connection, 404);
      if (!isAllowedOrigin(request, allowedOrigins)) return refuseConnection(connection, 403);
      upgrade(request, connection, head);
    } catch (error) {
      logger.error({ error }, 'a WebSocket could not be opened');
      connection.destroy();
    }
  };
}

/** Whether a request asks for a WebSocket. Other upgrades (h2c) are offers, which a server may pass over. */
export function wantsWebSocket(request: Pick<IncomingMessage, 'headers'>): boolean {
  return request.headers.upgrade?.trim().toLowerCase() === 'websocket';
}
