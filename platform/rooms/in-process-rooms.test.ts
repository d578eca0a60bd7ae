import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { createServiceTokens } from '../auth/service-tokens.ts';
import { createSubgraphServer } from '../graphql/subgraph-server.ts';
import { systemClock } from '../kernel/clock.ts';
import type { RequestContext } from '../service/service.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { inProcessRooms } from './in-process-rooms.ts';
import { RoomUnavailable } from './rooms.ts';

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"])
  directive @allow(role: String!) on FIELD_DEFINITION
  type Query {
    whoAsks: String @allow(role: "ROOM")
    bug: String @allow(role: "ROOM")
    never: String @allow(role: "ROOM")
  }
`;
const whoAsks = parse('query WhoAsks { whoAsks }') as TypedDocumentNode<{ whoAsks: string }, object>;
const serviceTokens = createServiceTokens('a secret that only the rooms of this house know');
const events = createSubgraphServer({
  name: 'events',
  typeDefs,
  resolvers: {
    Query: {
      whoAsks: (_: unknown, _args: unknown, { asker }: RequestContext) => asker.kind === 'room' && asker.room,
      bug() {
        throw new Error('broken');
      },
      never: () => new Promise(() => {}),
    },
  },
  serviceTokens,
  clock: systemClock,
  logger: silentLogger,
});
const options = { asRoom: 'tickets', servers: new Map([['events', events]]) } as const;
const rooms = inProcessRooms(options);
const impatientRooms = inProcessRooms({ ...options, timeoutMs: 30 });

describe('rooms in one process', () => {
  it('ask one another in the name of the room', async () => {
    expect(await rooms.ask('events', whoAsks, {})).toEqual({ whoAsks: 'tickets' });
  });

  it.each([
    ['fails', 'events', '{ bug }'],
    ['does not answer in time', 'events', '{ never }'],
    ['does not know the operation', 'events', '{ unknown }'],
    ['is not there', 'payments', '{ whoAsks }'],
  ] as const)('tell that a room is unavailable when it %s', async (_how, room, query) => {
    await expect(impatientRooms.ask(room, parse(query), {})).rejects.toThrow(RoomUnavailable);
  });
});
