import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { connect } from '../../examples/apollo-client/client.ts';
import { type WatchedMap, watchMap } from '../../examples/apollo-client/watch-map.ts';
import { eventually } from '../support/eventually.ts';
import { logIn, register, registerOrganizer } from '../support/people.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';
import { type SharedServer, shareServer } from '../support/shared-server.ts';
import { putOnSale, seatMap } from '../support/shows.ts';

let server: SharedServer;
beforeAll(async () => {
  server = await shareServer();
}, 240_000);
afterAll(() => server?.leave());

it('the example watches a map with Apollo Client, and sees what others hold', async () => {
  const admin = await logIn(server.client, adminEmail, adminPassword);
  const organizer = await registerOrganizer(server.client, admin, 'apollo');
  const { eventId } = await putOnSale(organizer.client);
  const { apollo, close } = connect(`http://127.0.0.1:${server.port}`);
  const seen: WatchedMap[] = [];
  const stop = await watchMap(apollo, eventId, (map) => seen.push(map));
  expect(seen[0]?.states).toMatch(/^F+$/);

  const { client: buyer } = await register(server.client, 'seen');
  const { seats } = await seatMap(server.client, eventId);
  await buyer.act('CreateBooking', { eventId, seatIds: [seats[1]?.seat.id], idempotencyKey: randomUUID() });
  await eventually('the change', () => seen.at(-1)?.states.startsWith('FH') ?? false);
  stop();
  await close();
});

it('the example says which event it cannot watch', async () => {
  const { apollo, close } = connect(`http://127.0.0.1:${server.port}`);
  const nobody = '018f0000-0000-7000-8000-000000000000';
  await expect(watchMap(apollo, nobody, () => {})).rejects.toThrow(
    `expected an event on sale, got ${nobody}`,
  );
  await close();
});
