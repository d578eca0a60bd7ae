import { describe, expect, it } from '@jest/globals';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { draftTestEvent, hold, publishTestEvent, seatMap } from './testing/fixture.ts';
import { sharedFixture } from './testing/shared-fixture.ts';

const document = `subscription($eventId: ID!, $sinceVersion: String) {
  seatMapChanged(eventId: $eventId, sinceVersion: $sinceVersion) {
    __typename
    ... on SeatMapSnapshot { version states standing { section { id label } available } }
    ... on SeatMapDelta { fromVersion version changes { index state seat { id label } } standing { section { id } available capacity } }
  }
}`;

const fixture = await sharedFixture();

function subscribe(eventId: string, sinceVersion: string | null = null) {
  return fixture.subscribe(document, { eventId, sinceVersion }, anonymous);
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
    const open = async (sinceVersion: string | null) => {
      const query = `subscription($eventId: ID!, $sinceVersion: String) {
        seatMapChanged(eventId: $eventId, sinceVersion: $sinceVersion) {
          ... on SeatMapSnapshot { version event { id } } ... on SeatMapDelta { version event { id } }
        }
      }`;
      const stream = await fixture.subscribe(query, { eventId, sinceVersion }, anonymous);
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
