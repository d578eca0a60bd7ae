import { collectProcessMetrics, renderMetrics } from '@parterre/platform/telemetry/metrics.ts';
import type { FastifyInstance } from 'fastify';
import type { Authentication } from '../authentication/authentication.ts';
import type { Readiness } from '../gateway-options.ts';
import { isFromThisMachine } from './client-address.ts';
import { refusalBody } from './refusals.ts';

export interface OperationalRoutesOptions {
  readonly authentication: Pick<Authentication, 'publicKeys'>;
  readiness(): Promise<Readiness>;
}

/** Health and the public keys. */
export function addOperationalRoutes(app: FastifyInstance, options: OperationalRoutesOptions): void {
  const { authentication, readiness } = options;
  app.get('/health/live', async () => ({ live: true }));

  app.get('/health/ready', async (_request, reply) => {
    const { ready, reasons } = await readiness();
    return reply.code(ready ? 200 : 503).send({ ready, reasons });
  });

  app.get('/.well-known/jwks.json', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=60').send({ keys: await authentication.publicKeys() }),
  );
}

/**
 * Metrics for Prometheus. They tell how a business goes, so `local` answers programs on this machine only;
 * a listener of its own may be asked by whoever can reach it.
 */
export function addMetricsRoute(app: FastifyInstance, readers: 'local' | 'everybody'): void {
  collectProcessMetrics();
  app.get('/metrics', async (request, reply) => {
    if (readers === 'local' && !isFromThisMachine(request.raw)) {
      const message =
        'metrics are told to programs on this machine only; set METRICS_PORT to serve them elsewhere';
      return reply.code(403).send(refusalBody(message, 'FORBIDDEN'));
    }
    const { contentType, body } = await renderMetrics();
    return reply.header('cache-control', 'no-store').type(contentType).send(body);
  });
}
