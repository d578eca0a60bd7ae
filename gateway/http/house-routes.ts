import { renderMetrics } from '@parterre/platform/telemetry/metrics.ts';
import type { FastifyInstance } from 'fastify';
import type { Authentication } from '../authentication/authentication.ts';
import type { Readiness } from '../gateway-options.ts';

export interface HouseRoutesOptions {
  readonly authentication: Pick<Authentication, 'publicKeys'>;
  readiness(): Promise<Readiness>;
}

/** Health, metrics and the public keys. */
export function addHouseRoutes(
  app: FastifyInstance,
  { authentication, readiness }: HouseRoutesOptions,
): void {
  app.get('/health/live', async () => ({ live: true }));

  app.get('/health/ready', async (_request, reply) => {
    const { ready, reasons } = await readiness();
    return reply.code(ready ? 200 : 503).send({ ready, reasons });
  });

  app.get('/metrics', async (_request, reply) => {
    const { contentType, body } = await renderMetrics();
    return reply.type(contentType).send(body);
  });

  app.get('/.well-known/jwks.json', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=60').send({ keys: await authentication.publicKeys() }),
  );
}
