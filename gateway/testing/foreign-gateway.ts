import { composeServices } from '@apollo/composition';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { parse } from 'graphql';
import type { RunningGateway } from '../gateway-options.ts';
import { startGateway } from '../start-gateway.ts';
import type { ForeignServer } from './foreign-server.ts';

/** The supergraph of subgraphs of somebody else. @throws AggregateError when they do not compose */
export function composedOf(servers: Iterable<ForeignServer>): string {
  const { supergraphSdl, errors } = composeServices(
    [...servers].map(({ name, sdl, url }) => ({ name, typeDefs: parse(sdl), url })),
  );
  if (supergraphSdl) return supergraphSdl;
  throw new AggregateError(errors ?? [], 'expected it to compose');
}

/** A gateway that asks subgraphs at the addresses of a supergraph, and tries one that is down again within milliseconds. */
export function startRoutedGateway(supergraphSdl: string): Promise<RunningGateway> {
  return startGateway({
    port: 0,
    host: '127.0.0.1',
    supergraphSdl,
    routed: {
      limits: { failures: 2, firstPauseMs: 1, longestPauseMs: 50 },
      streamLimits: { firstPauseMs: 1, longestPauseMs: 50 },
    },
    sizeOfUnsizedLists: 10,
    logger: silentLogger,
    environment: 'production',
  });
}
