import type { Readable } from 'node:stream';
import { type ConcurrencyLimits, createConcurrencyLimiter } from '@parterre/platform/concurrency/limiter.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { FastifyInstance } from 'fastify';
import type { Rates } from '../rates/rates.ts';
import type { ClientAddresses } from './client-address.ts';
import { announcedBytes, boundedBody, isSmall } from './large-bodies.ts';
import { bodyTooLarge } from './refusals.ts';

/** Messages that another server sends by POST. They are handed on as they came, because every byte is signed. */
export interface WebhookRoute {
  readonly path: string;
  /** Of a message, at most. */
  readonly bytes: number;
  /** The header in which the sender signs it, in small letters. */
  readonly signedBy: string;
  /** Hands a message on; rejects when that cannot be done now, and its sender is to come again. */
  receive(message: WebhookMessage): Promise<'taken' | 'forged' | 'unknown'>;
}

export interface WebhookMessage {
  readonly text: string;
  /** Empty when there was none. */
  readonly signature: string;
}

export interface WebhooksOptions {
  readonly routes: readonly WebhookRoute[];
  readonly clients: ClientAddresses;
  readonly rates: Pick<Rates, 'begin' | 'bytes' | 'refused'>;
  readonly logger: Logger;
}

/** Senders come again on everything but 2xx. */
const statuses = { taken: 204, forged: 400, unknown: 404 } as const;

/**
 * Of one route. A message takes its receiver some milliseconds, so the last of the queue waits for a second or less;
 * a receiver that is slow or away does not pile them up.
 */
const ABREAST: ConcurrencyLimits = { places: 16, queue: 500, patienceMs: 5_000 };

/**
 * Takes messages of other servers, whatever their content type, and answers their fate without a body. Anybody may
 * send some: one that is forged, or about nothing here, costs its address as much as an operation that is refused;
 * one that is taken, or is to come again, one point.
 */
export function addWebhooks(app: FastifyInstance, options: WebhooksOptions): void {
  // In a scope of its own: everywhere else a body is JSON, and parsed.
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const route of options.routes) addWebhook(scope, route, options);
  });
}

function addWebhook(
  app: FastifyInstance,
  { path, bytes, signedBy, receive }: WebhookRoute,
  { clients, rates, logger }: WebhooksOptions,
): void {
  const limiter = createConcurrencyLimiter(ABREAST);
  app.route({
    method: 'POST',
    url: path,
    bodyLimit: bytes,
    // Before the body is read.
    async onRequest(request, reply) {
      const address = clients.clientAddress(request.raw);
      const announced = announcedBytes(request);
      const refusal = (await rates.begin(address)) ?? (await rates.bytes(address, announced ?? bytes));
      if (refusal) {
        return reply
          .code(refusal.status)
          .headers({ ...refusal.headers })
          .send();
      }
      if (announced !== undefined && announced > bytes) throw bodyTooLarge(bytes);
      return undefined;
    },
    // After decompression, whose hook comes first.
    preParsing(request, _reply, body, done) {
      done(null, isSmall(request, bytes) ? body : boundedBody(body as Readable, { bytes }));
    },
    async handler({ raw, headers, body }, reply) {
      const text = Buffer.isBuffer(body) ? body.toString() : '';
      const signature = String(headers[signedBy] ?? '');
      try {
        const fate = await limiter.run(() => receive({ text, signature }));
        if (fate === 'turned-away') return reply.code(503).send();
        if (fate !== 'taken') await rates.refused(clients.clientAddress(raw));
        return reply.code(statuses[fate]).send();
      } catch (error) {
        logger.warn({ error, route: path }, 'a message of another server could not be handed on');
        return reply.code(503).send();
      }
    },
  });
}
