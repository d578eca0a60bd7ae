import { rateLimited, unauthenticated } from '@parterre/platform/graphql/errors.ts';
import type { Clock } from '@parterre/platform/kernel/clock.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import {
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
} from 'graphql';
import { CloseCode, type Server as GraphqlWsServer, makeServer, type SubscribePayload } from 'graphql-ws';
import type { AdmittedOperation, RefusedOperation } from '../admission/admission.ts';
import { bytesOfDocument } from '../admission/create-admission.ts';
import type { AuthenticatedCaller, Caller } from '../caller.ts';
import type { Connections } from './connections.ts';
import { type KeptQuestions, keepsTooMuch } from './kept-questions.ts';
import type { SubscriptionLimits } from './limits.ts';
import type { Authentication, Operations } from './ports.ts';
import { type Socket, TRY_AGAIN_LATER } from './socket.ts';
import { SocketSubscription } from './socket-subscription.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface SocketProtocolOptions {
  readonly operations: Operations;
  readonly subscriptions: Subscriptions;
  readonly questions: KeptQuestions;
  readonly authentication: Authentication;
  readonly connections: Connections;
  readonly limits: SubscriptionLimits;
  readonly clock: Clock;
  readonly logger: Logger;
  /** What graphql-ws wants to know of whatever it passes on. */
  schema(): GraphQLSchema;
}

/** What `onSubscribe` has found out, handed on to where the operation is run. */
interface Started {
  readonly socket: Socket;
  /** Of the client, and ours; see `OperationNames`. */
  readonly id: string;
  readonly name: string;
  readonly operation: AdmittedOperation;
  /** Characters of its message. */
  readonly sent: number;
  readonly since: string | undefined;
  /** To be called when nothing of a query or mutation is kept any more. */
  readonly forget: (() => void) | undefined;
}

/** What comes of an operation that was ended before it ran. */
const toNobody: ExecutionResult = {};

/** Timers of Node.js wrap round beyond this and fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** graphql-ws speaks graphql-transport-ws; here stands who is let in and what an operation may be. */
export function createSocketProtocol(options: SocketProtocolOptions): GraphqlWsServer<Socket> {
  const { operations, subscriptions, authentication, connections, limits, clock, logger } = options;

  /** Before it is read: whether anything more is heard from its address at all. */
  const admit = async (
    { caller, address }: Socket,
    { query, operationName, variables }: SubscribePayload,
  ): Promise<AdmittedOperation | RefusedOperation> => {
    const early = await operations.begin?.(address);
    if (early) return { kind: 'refused', errors: [early] };
    const admitted = operations.admit({ query, operationName, variables }, address);
    if (admitted.kind === 'refused') return admitted;
    const refusal = await operations.refusal?.(admitted, { caller, address });
    return refusal ? { kind: 'refused', errors: [refusal] } : admitted;
  };

  const keep = ({ document, query }: AdmittedOperation, sent: number, address: string) =>
    options.questions.keep({ document, documentBytes: bytesOfDocument(query), sent }, address);

  const start = async (
    socket: Socket,
    name: string,
    payload: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> => {
    const id = socket.names.idOf(name) ?? name;
    if (socket.operations >= limits.operationsPerSocket) {
      return [rateLimited(`expected at most ${limits.operationsPerSocket} operations at a time on a socket`)];
    }
    socket.operations += 1;
    const admitted = await admit(socket, payload);
    if (admitted.kind === 'refused') {
      socket.operations -= 1;
      return admitted.errors;
    }
    const sent = JSON.stringify(payload).length;
    // It may have to wait until its client reads, which is as long as the client likes.
    const forget = isSubscription(admitted) ? undefined : keep(admitted, sent, socket.address);
    if (forget === null) {
      socket.operations -= 1;
      return [keepsTooMuch()];
    }
    const started: Started = { socket, id, name, operation: admitted, sent, since: sinceIn(payload), forget };
    return {
      schema: options.schema(),
      document: admitted.document,
      operationName: admitted.operationName,
      contextValue: started,
    };
  };

  return makeServer<Record<string, unknown>, Socket>({
    connectionInitWaitTimeout: limits.initTimeoutMs,

    async onConnect({ connectionParams, extra: socket }) {
      try {
        const caller = await authentication.identify(authorizationIn(connectionParams), socket.address);
        // An end that was heard while the keys were awaited found no socket of this caller to close.
        if (authentication.isEnded(caller)) return false;
        // Nor may a timer be set for a socket that has gone meanwhile: nobody would clear it.
        if (socket.socket.readyState !== socket.socket.OPEN) return false;
        if (!connections.hasRoomForCaller(caller, socket)) {
          socket.socket.close(TRY_AGAIN_LATER, 'Try again later: too many connections of this user');
          return false;
        }
        socket.caller = caller;
        closeOnExpiry(socket, caller, clock.now());
        return true;
      } catch (error) {
        logger.debug({ error }, 'a WebSocket was not let in');
        if (isOutage(error)) socket.socket.close(TRY_AGAIN_LATER, 'Try again later');
        return false;
      }
    },

    onSubscribe: ({ extra: socket }, name, payload) => start(socket, name, payload),

    async execute(args) {
      const { socket, name, operation, forget } = startedIn(args);
      const { caller, address } = socket;
      const isLarge = operations.isLight?.(operation) === false;
      try {
        // Ended already, while it was looked at.
        if (socket.names.idOf(name) === undefined) return toNobody;
        const answer = await socket.answers.make(name, isLarge, (whenGone) =>
          operations.answer(operation, { caller, address, whenGone }),
        );
        return answer ?? toNobody;
      } finally {
        forget?.();
        socket.operations -= 1;
      }
    },

    subscribe(args) {
      const { socket, id, operation, sent, since } = startedIn(args);
      const { caller, address } = socket;
      const subscription = new SocketSubscription(socket, id, () => {
        socket.operations -= 1;
      });
      return subscription.begin((member) =>
        subscriptions.subscribe({ operation, caller, address, sent, since }, member),
      );
    },
  });
}

export function isSubscription({ operation }: AdmittedOperation): boolean {
  return operation.operation === OperationTypeNode.SUBSCRIPTION;
}

/** The last cursor that a client has seen, where it sends one beside the operation. */
export function sinceIn({ extensions }: { readonly extensions?: unknown }): string | undefined {
  const { since } = (extensions ?? {}) as { readonly since?: unknown };
  return typeof since === 'string' && since !== '' ? since : undefined;
}

function startedIn({ contextValue }: ExecutionArgs): Started {
  // graphql-ws hands back what `onSubscribe` has made.
  return contextValue as Started;
}

/** A client whose token expires is to come back with a fresh one. */
function closeOnExpiry(socket: Socket, caller: Caller | AuthenticatedCaller, now: Date): void {
  if (!('expiresAt' in caller)) return;
  socket.expiry = setTimeout(
    () => socket.socket.close(CloseCode.Forbidden, 'Forbidden: the access token has expired'),
    Math.min(caller.expiresAt.getTime() - now.getTime(), LONGEST_TIMER_MS),
  );
}

/** Of what `Socket` has left of `connection_init`. */
function authorizationIn(params: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const value = params?.authorization;
  if (value === undefined || typeof value === 'string') return value;
  throw unauthenticated('expected the authorization of connection_init to be a text');
}

function isOutage(error: unknown): boolean {
  const { extensions } = error as { extensions?: { code?: unknown } };
  return extensions?.code === 'SERVICE_UNAVAILABLE';
}
