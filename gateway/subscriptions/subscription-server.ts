import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Clock } from '@parterre/platform/kernel/clock.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { FastifyInstance } from 'fastify';
import type { Caller } from '../caller.ts';
import type { UnreadLedger } from '../unread.ts';
import type { AnswerTools } from './answered-stream.ts';
import { Connections } from './connections.ts';
import type { Engine } from './engine.ts';
import { addEventStreams } from './event-streams.ts';
import { KeptQuestions } from './kept-questions.ts';
import { defaultSubscriptionLimits, type SubscriptionLimits } from './limits.ts';
import type { AddressOf, Authentication, CountBytes, Operations } from './ports.ts';
import { createSocketServer } from './socket-server.ts';
import { createSubscriptions } from './subscriptions.ts';
import { SlowReaders } from './writer.ts';

export interface SubscriptionServerOptions extends AnswerTools {
  readonly engine: Engine;
  readonly operations: Operations;
  readonly authentication: Authentication;
  /** Who a client is that has not said so; answers that are the same for all are made in its name. */
  readonly anonymous: Caller;
  /** The address that a request counts for; that of its connection unless given. */
  readonly addressOf?: AddressOf;
  readonly limits?: Partial<SubscriptionLimits>;
  /** Why an address may not send so many bytes more, by whatever is counted; told of every message and body. */
  readonly bytes?: CountBytes;
  /** Is told what clients of sockets and event streams leave unread. */
  readonly unread?: Pick<UnreadLedger, 'add'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Subscriptions over WebSocket and over event streams. */
export interface SubscriptionServer {
  /** Takes over a connection of the HTTP server that wants to become a WebSocket. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void;
  addEventStreams(app: FastifyInstance): void;
  /** Closes at once what is open for these callers: sockets with 4403, event streams with UNAUTHENTICATED. */
  closeWhere(isEnded: (caller: Caller) => boolean): void;
  /** Goes on with a newer supergraph; what is open stays so where it is still valid. */
  use(engine: Engine): Promise<void>;
  /** Lets nobody in any more and closes what is open, sockets with 1012, one after another. */
  close(): Promise<void>;
}

export function startSubscriptionServer(options: SubscriptionServerOptions): SubscriptionServer {
  const limits = { ...defaultSubscriptionLimits, ...options.limits };
  const connections = new Connections(limits);
  const slowReaders = new SlowReaders();
  const forget = options.unread?.add(() => slowReaders.unread());
  const questions = new KeptQuestions(limits);
  const subscriptions = createSubscriptions({ ...options, questions });
  let { engine } = options;
  const shared = {
    ...options,
    limits,
    connections,
    slowReaders,
    questions,
    subscriptions,
    addressOf: options.addressOf ?? ((request: IncomingMessage) => request.socket.remoteAddress ?? 'unknown'),
    schema: () => engine.apiSchema,
  };
  const sockets = createSocketServer(shared);
  return {
    upgrade: sockets.upgrade,
    addEventStreams: (app) => addEventStreams(app, shared),
    closeWhere: (isEnded) => connections.closeWhere(isEnded),
    async use(next) {
      engine = next;
      await subscriptions.use(next);
    },
    async close() {
      sockets.stop();
      await connections.closeAll();
      slowReaders.stop();
      forget?.();
    },
  };
}
