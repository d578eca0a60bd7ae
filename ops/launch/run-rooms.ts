import type { ServiceTokens } from '@parterre/platform/auth/service-tokens.ts';
import type { Bus } from '@parterre/platform/bus/bus.ts';
import type { Environment } from '@parterre/platform/config/read-config.ts';
import type { SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import { inProcessRooms } from '@parterre/platform/rooms/in-process-rooms.ts';
import type { StepObserver } from '@parterre/platform/saga/step-observer.ts';
import { type RunningService, runService } from '@parterre/platform/service/run-service.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { DatabaseUrls } from './house-databases.ts';
import { services } from './services.ts';

export interface RunRoomsOptions {
  readonly env: Environment;
  readonly databaseUrls: DatabaseUrls;
  readonly bus: Bus;
  readonly serviceTokens: ServiceTokens;
  readonly logger: Logger;
  readonly stepObserver: StepObserver;
}

export interface RunningRooms {
  /** Each room's GraphQL, by name. */
  readonly servers: ReadonlyMap<string, SubgraphServer>;
  /** A sentence for each room that cannot do its work at this moment. */
  notReady(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/**
 * Runs all rooms side by side in this process. They reach one another as soon as both stand.
 *
 * @throws the first room's error; then no room is left running
 */
export async function runRooms(options: RunRoomsOptions): Promise<RunningRooms> {
  const { databaseUrls, serviceTokens, ...tools } = options;
  const servers = new Map<string, SubgraphServer>();
  const starts = await Promise.allSettled(
    services.map(async (definition) => {
      const { name } = definition;
      const room = await runService(definition, {
        ...tools,
        databaseUrl: databaseUrls[name],
        serviceTokens,
        rooms: inProcessRooms({ asRoom: name, servers }),
      });
      servers.set(name, room.server);
      return room;
    }),
  );
  const running = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const failed = starts.find((start) => start.status === 'rejected');
  if (failed) {
    await stopAll(running);
    throw failed.reason;
  }
  return {
    servers,
    async notReady() {
      return (await Promise.all(running.map((room) => room.reasonsNotReady()))).flat();
    },
    stop: () => stopAll(running),
  };
}

/** Tickets first: it asks the others, and its sagas in hand are finished while those still answer. */
async function stopAll(rooms: readonly RunningService[]): Promise<void> {
  await Promise.all(rooms.filter(({ name }) => name === 'tickets').map((room) => room.stop()));
  await Promise.all(rooms.filter(({ name }) => name !== 'tickets').map((room) => room.stop()));
}
