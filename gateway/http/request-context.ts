import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Authentication } from '../authentication/authentication.ts';
import type { Caller } from '../caller.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { ClientAddresses } from './client-address.ts';

export interface RequestContextOptions {
  readonly authentication: Pick<Authentication, 'authenticate'>;
  readonly clients: Pick<ClientAddresses, 'clientAddress'>;
}

/**
 * What an operation knows of the request that it came with.
 *
 * @throws GraphQLError with a status when the caller's token is not good, or cannot be judged now
 */
export async function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  options: RequestContextOptions,
): Promise<GatewayContext> {
  const address = options.clients.clientAddress(request.raw);
  return {
    caller: await callerOf(request, address, options),
    address,
    whenGone(end) {
      reply.raw.once('close', () => {
        if (!reply.raw.writableFinished) end();
      });
    },
  };
}

/** @throws GraphQLError as `contextOf` */
export async function callerOf(
  request: FastifyRequest,
  address: string,
  { authentication }: RequestContextOptions,
): Promise<Caller> {
  try {
    const authorization = headerOf(request, 'authorization');
    return await authentication.authenticate({ authorization, address });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, extensions } = error;
    const status = extensions.code === 'UNAUTHENTICATED' ? 401 : 503;
    throw new GraphQLError(message, { extensions: { ...extensions, http: { status } } });
  }
}

export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
