import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';
import { type ConcurrencyLimits, createConcurrencyLimiter } from '@parterre/platform/concurrency/limiter.ts';
import { BoundedMap } from '@parterre/platform/memory/bounded-map.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Rates } from '../rates/rates.ts';
import type { ClientAddresses } from './client-address.ts';
import { refusalBody } from './refusals.ts';
import { addVary, etagOf, isKnown } from './validators.ts';

/** Documents of one kind, each of which never changes: served by GET, prepared once for all who ask. */
export interface DocumentRoute {
  /** With parameters, such as `/plans/:id/outline.json`. */
  readonly path: string;
  readonly contentType: string;
  /**
   * The parameters as they name a document: the same for all that name the same one, null for what can name none. As they
   * are unless given. Without it a document is read and compressed anew for every way to write its name.
   */
  readonly normalise?: ((parameters: Parameters) => Parameters | null) | undefined;
  /** The document by the parameters of its path; null when there is none. Rejects when that cannot be said now. */
  read(parameters: Parameters): Promise<string | null>;
}

export type Parameters = Readonly<Record<string, string>>;

export interface DocumentsOptions {
  readonly routes: readonly DocumentRoute[];
  readonly clients: ClientAddresses;
  readonly rates: Pick<Rates, 'begin' | 'refused'>;
  readonly logger: Logger;
}

/**
 * Of one route: each takes a connection of its owner and one of the four threads that passwords, files and names of hosts
 * need as well. Those who wait ask for different ones. A thousand at once kept a database from everybody for 15 s.
 */
const ABREAST: ConcurrencyLimits = { places: 2, queue: 200, patienceMs: 5_000 };

/** The document in every encoding that it is sent in. */
interface Prepared {
  readonly etag: string;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
}
type Encoding = 'br' | 'gzip' | 'identity';

/** Best first, for whoever takes several. */
const encodings: Encoding[] = ['br', 'gzip', 'identity'];
/** 32 MiB are some forty plans of 50,000 seats, or a thousand of 1,000. */
const KEPT = { documents: 1_000, bytes: 32 * 1024 * 1024 };
const RETRY_SECONDS = 5;
const notNow = refusalBody(
  'this document cannot be had at this moment; try again later',
  'SERVICE_UNAVAILABLE',
);
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * Serves documents that never change. What one client has asked for is kept compressed, and asked of its owner
 * once, however many ask at once. One that is not there is not remembered: it may come to be.
 */
export function addDocuments(app: FastifyInstance, options: DocumentsOptions): void {
  const { routes, clients, rates, logger } = options;
  for (const route of routes) {
    const kept = new BoundedMap<string, Prepared>(KEPT.documents, {
      max: KEPT.bytes,
      of: ({ bodies }) => Object.values(bodies).reduce((sum, body) => sum + body.length, 0),
    });
    const underWay = new Map<string, Promise<Prepared | null | 'turned-away' | 'unavailable'>>();
    const limiter = createConcurrencyLimiter(ABREAST);

    const readOnce = (key: string, parameters: Parameters) => {
      const known = underWay.get(key);
      if (known) return known;
      const reading = limiter
        .run(() => prepare(route, parameters))
        .catch((error: unknown) => {
          // What its owner cannot say now: an outage, or more questions than it can answer.
          logger.warn({ error, route: route.path }, 'a document could not be read');
          return 'unavailable' as const;
        })
        .finally(() => underWay.delete(key));
      underWay.set(key, reading);
      return reading;
    };

    app.get<{ Params: Record<string, string> }>(route.path, async (request, reply) => {
      const parameters = route.normalise ? route.normalise(request.params) : request.params;
      if (!parameters) return reply.callNotFound();
      const key = JSON.stringify(parameters);
      let document = kept.get(key) ?? null;
      if (!document) {
        const address = clients.clientAddress(request.raw);
        const refusal = await rates.begin(address);
        if (refusal) {
          const { error, headers, status } = refusal;
          return reply
            .code(status)
            .headers({ ...headers })
            .send({ errors: [error.toJSON()] });
        }
        const read = await readOnce(key, parameters);
        if (typeof read === 'string')
          return reply.header('retry-after', RETRY_SECONDS).code(503).send(notNow);
        if (!read) {
          // Nothing of it is kept, so that whoever makes names up would ask its owner as often as they like.
          await rates.refused(address);
          return reply.callNotFound();
        }
        kept.set(key, read);
        document = read;
      }
      return send(request, reply, document, route.contentType);
    });
  }
}

async function prepare(route: DocumentRoute, parameters: Parameters): Promise<Prepared | null> {
  const text = await route.read(parameters);
  if (text === null) return null;
  const identity = Buffer.from(text);
  // Once for a document, on a thread of its own: 9 of 11 is within a tenth of the best, in a tenth of its time.
  const br = await brotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  const gz = await gzipped(identity, { level: 9 });
  return { etag: etagOf(identity), bodies: { br, gzip: gz, identity } };
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { etag, bodies }: Prepared,
  contentType: string,
): FastifyReply {
  addVary(reply, 'Accept-Encoding');
  void reply
    .type(contentType)
    .header('etag', etag)
    .header('cache-control', 'public, max-age=31536000, immutable');
  if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send();
  const accepted = request.headers['accept-encoding'];
  const encoding = (accepted && negotiate(String(accepted), encodings)) || 'identity';
  // The compression of all other answers passes over what has an encoding already.
  if (encoding !== 'identity') void reply.header('content-encoding', encoding);
  return reply.send(bodies[encoding]);
}
