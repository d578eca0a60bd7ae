import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { isAllowedOrigin } from './origins.ts';

/** What a page may read of an answer besides its body. */
const exposedHeaders = [
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'WWW-Authenticate',
];

/** Browsers ask again after this; Chromium does so after two hours in any case. */
const PREFLIGHT_SECONDS = 7_200;

const policy = {
  origin: true,
  methods: ['GET', 'HEAD', 'POST'],
  exposedHeaders,
  // The one cookie that there may be is for the server's own pages; see session-route.ts.
  credentials: false,
  maxAge: PREFLIGHT_SECONDS,
  // An OPTIONS that is no preflight is answered by whoever has the address.
  strictPreflight: false,
};

const noPolicy = { origin: false };

/**
 * Lets pages of these origins use the API, besides those of the server itself. Which headers they may send is
 * not bounded: nothing but a token signs anybody in, and a page has to know that itself.
 */
export async function addCors(app: FastifyInstance, allowedOrigins: readonly string[]): Promise<void> {
  await app.register(cors, {
    delegator: (request, answer) => {
      const isPage = request.headers.origin !== undefined;
      answer(null, isPage && isAllowedOrigin(request.raw, allowedOrigins) ? policy : noPolicy);
    },
  });
}
