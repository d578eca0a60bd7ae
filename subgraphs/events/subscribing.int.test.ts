import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSubgraphServer, type SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { testServiceTokens } from '@parterre/platform/testing/test-service-tokens.ts';
import { eventsService } from './service.ts';
import {
  draftTestEvent,
  type EventsFixture,
  hold,
  openEventsFixture,
  publishTestEvent,
  seatMap,
} from './testing/fixture.ts';

const document = `subscription($eventId: ID!, $sinceVersion: String) {
  seatMapChanged(eventId: $eventId, sinceVersion: $sinceVersion) {
    __typename
    ... on SeatMapSnapshot { version states standing { section { id label } available } }
    ... on SeatMapDelta { fromVersion version changes { index state seat { id label } } standing { section { id } available capacity } }
  }
}`;
const serviceTokens = testServiceTokens();

let fixture: EventsFixture;
let server: SubgraphServer;
beforeAll(async () => {
  fixture = await openEventsFixture();
  const { resolvers, loaders } = fixture.service;
  const { clock, logger } = fixture.tools;
  const { name, typeDefs, roles } = eventsService;
  server = createSubgraphServer({ name, typeDefs, roles, resolvers, loaders, serviceTokens, clock, logger });
});
afterAll(() => fixture.stop());

async function subscribe(eventId: string, sinceVersion: string | null = null) {
  const serviceToken = await serviceTokens.sign(anonymous);
  return server.subscribe({ document, variables: { eventId, sinceVersion }, serviceToken });
}

async function messagesOf(eventId: string, sinceVersion: string | null = null) {
  const stream = await subscribe(eventId, sinceVersion);
  if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream.errors));
  return {
    next: async () => {
      const { data, errors } = (await stream.next()).value;
      if (errors) throw new Error(JSON.stringify(errors));
      return data.seatMapChanged;
    },
    stop: () => stream.return?.(),
  };
}

describe('seatMapChanged', () => {
  it('sends a snapshot to whoever asks, and then what changes', async () => {
    const { eventId, seatIds, pitId } = await publishTestEvent(fixture, { rows: 1, perRow: 3, standing: 10 });
    await fixture.relay();
    const messages = await messagesOf(eventId);
    const snapshot = await messages.next();
    expect(snapshot).toEqual({
      __typename: 'SeatMapSnapshot',
      version: expect.any(String),
      states: 'FFF',
      standing: [{ section: { id: pitId, label: 'Pit' }, available: 10 }],
    });
    await hold(fixture, {
      eventId,
      seatIds: seatIds.slice(1, 2),
      standing: [{ sectionId: pitId ?? '', quantity: 2 }],
    });
    await fixture.relay();
    expect(await messages.next()).toEqual({
      __typename: 'SeatMapDelta',
      fromVersion: snapshot.version,
      version: (await seatMap(fixture, eventId)).version,
      changes: [{ index: 1, state: 'HELD', seat: { id: seatIds[1], label: '2' } }],
      standing: [{ section: { id: pitId }, available: 8, capacity: 10 }],
    });
    await messages.stop();
  });

  it('puts the version into the extensions of every message, as its cursor, and names the event', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture, { rows: 1, perRow: 3 });
    await fixture.relay();
    const serviceToken = await serviceTokens.sign(anonymous);
    const open = async (sinceVersion: string | null) => {
      const query = `subscription($eventId: ID!, $sinceVersion: String) {
        seatMapChanged(eventId: $eventId, sinceVersion: $sinceVersion) {
          ... on SeatMapSnapshot { version event { id } } ... on SeatMapDelta { version event { id } }
        }
      }`;
      const stream = await server.subscribe({
        document: query,
        variables: { eventId, sinceVersion },
        serviceToken,
      });
      if (!('next' in stream)) throw new Error(JSON.stringify(stream.errors));
      return stream;
    };
    const stream = await open(null);
    const first = (await stream.next()).value;
    const { version } = first.data.seatMapChanged;
    expect(first).toEqual({
      data: { seatMapChanged: { version, event: { id: eventId } } },
      extensions: { cursor: version },
    });
    await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1) });
    await fixture.relay();
    const second = (await stream.next()).value;
    expect(second.extensions).toEqual({ cursor: second.data.seatMapChanged.version });
    expect(second.data.seatMapChanged).toMatchObject({ event: { id: eventId } });
    await stream.return?.();
    const unknown = await open(`another.${version.split('.')[1]}`);
    expect((await unknown.next()).value.extensions).toEqual({
      cursor: second.extensions.cursor,
      reset: true,
    });
    await unknown.return?.();
  });

  it('goes on from the version of a query', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture, { rows: 1, perRow: 3 });
    await fixture.relay();
    const { version } = await seatMap(fixture, eventId);
    const messages = await messagesOf(eventId, version);
    await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1) });
    await fixture.relay();
    expect(await messages.next()).toMatchObject({ __typename: 'SeatMapDelta', fromVersion: version });
    await messages.stop();
  });

  it('refuses an event that does not exist or is a draft, whoever asks', async () => {
    const { eventId } = await draftTestEvent(fixture);
    for (const id of [eventId, newId(), 'nonsense']) {
      expect(await subscribe(id)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
  });
});
