import type { FastifyInstance } from 'fastify';
import type { Rates } from '../rates/rates.ts';
import type { ClientAddresses } from './client-address.ts';

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
  readonly rates: Pick<Rates, 'begin'>;
}

/** Senders come again on everything but 2xx. */
const statuses = { taken: 204, forged: 400, unknown: 404 } as const;

/** Takes messages of other servers, whatever their content type, and answers their fate without a body. */
export function addWebhooks(app: FastifyInstance, { routes, clients, rates }: WebhooksOptions): void {
  // In a scope of its own: everywhere else a body is JSON, and parsed.
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const { path, bytes, signedBy, receive } of routes) {
      scope.post(path, { bodyLimit: bytes }, async ({ raw, headers, body }, reply) => {
        const refusal = await rates.begin(clients.clientAddress(raw));
        if (refusal)
          return reply
            .code(refusal.status)
            .headers({ ...refusal.headers })
            .send();
        const text = Buffer.isBuffer(body) ? body.toString() : '';
        const outcome = await receive({ text, signature: String(headers[signedBy] ?? '') }).catch(() => null);
        return reply.code(outcome ? statuses[outcome] : 503).send();
      });
    }
  });
}
