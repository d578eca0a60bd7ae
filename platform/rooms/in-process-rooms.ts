import type { ServiceTokens } from '../auth/service-tokens.ts';
import type { SubgraphServer } from '../graphql/subgraph-server.ts';
import type { RoomName } from '../kernel/asker.ts';
import { withSpan } from '../telemetry/tracing.ts';
import { type Rooms, RoomUnavailable } from './rooms.ts';

export interface InProcessRoomsOptions {
  /** The room that asks; its service token carries this name. */
  readonly asRoom: RoomName;
  /** The rooms of this process. May be filled after this was made, while the house is being put together. */
  readonly servers: ReadonlyMap<string, SubgraphServer>;
  readonly serviceTokens: Pick<ServiceTokens, 'sign'>;
  /** How long an answer is awaited, in milliseconds. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 10_000;

/** Rooms that live in this process: the document is handed to the other room's server and executed there. */
export function inProcessRooms(options: InProcessRoomsOptions): Rooms {
  const { asRoom, servers, serviceTokens, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  return {
    ask: <Result, Variables>(room: RoomName, document: object, variables: Variables): Promise<Result> =>
      withSpan(`ask ${room}`, { 'parterre.room': asRoom }, async () => {
        const server = servers.get(room);
        if (!server) throw new RoomUnavailable(room, new Error(`no ${room} room runs in this process`));
        const { data, errors } = await server.execute({
          document: document as Parameters<SubgraphServer['execute']>[0]['document'],
          variables: variables as Readonly<Record<string, unknown>>,
          serviceToken: await serviceTokens.sign({ kind: 'room', room: asRoom }),
          signal: AbortSignal.timeout(timeoutMs),
        });
        if (errors || !data)
          throw new RoomUnavailable(room, new AggregateError(errors ?? [], firstOf(errors)));
        // The document's type says what it answers, and the contract check holds both rooms to it.
        return data as Result;
      }),
  };
}

function firstOf(errors: readonly Error[] | undefined): string {
  return errors?.[0]?.message ?? 'no data came';
}
