import { randomUUID } from 'node:crypto';
import { internalError } from '@parterre/platform/graphql/errors.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { type FastifyError, type FastifyInstance, type FastifyReply, fastify } from 'fastify';
import { defaultLimits as limits } from '../limits.ts';

const REQUEST_TIMEOUT_MS = 30_000;

/** A fastify whose answers say nothing about its inside, whatever goes wrong. */
export function createHttpServer(logger: Logger): FastifyInstance {
  const app = fastify({
    bodyLimit: limits.bodyBytes,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // On close, connections that wait for nothing end at once, the others after their answer.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 1_000 },
    // An address that cannot be decoded; fastify would name itself in the answer.
    frameworkErrors: (error, _request, reply: FastifyReply) => {
      const status = error.statusCode ?? 400;
      return reply.code(status).send(body(spoken(status), 'BAD_REQUEST'));
    },
  });
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    // Otherwise the client keeps the connection for later, and closing would wait for it.
    if (isClosing) void reply.header('connection', 'close');
    void reply
      .header('x-content-type-options', 'nosniff')
      .header('x-frame-options', 'DENY')
      .header('referrer-policy', 'same-origin');
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(body('there is nothing at this address', 'NOT_FOUND')),
  );
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(body(spoken(status), 'BAD_REQUEST'));
    const reference = randomUUID();
    logger.error({ error, reference }, 'an HTTP request failed unexpectedly');
    const { message, extensions } = internalError(reference);
    return reply.code(status).send(body(message, extensions.code));
  });
  return app;
}

function spoken(status: number): string {
  switch (status) {
    case 413:
      return `expected at most ${limits.bodyBytes} bytes, got more`;
    case 415:
      return 'expected the content type application/json';
    default:
      return 'expected a well-formed request with a JSON body';
  }
}

function body(message: string, code: unknown) {
  return { errors: [{ message, extensions: { code } }] };
}
