import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserRegistered } from '@parterre/contracts/facts/users.ts';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import {
  type NotificationsFixture,
  openNotificationsFixture,
} from '../../subgraphs/notifications/testing/fixture.ts';
import { type Wired, wireSubgraphs } from './wired-subgraphs.ts';

const MINUTE_MS = 60_000;

let server: Wired;
let notifications: NotificationsFixture;
beforeEach(async () => {
  [server, notifications] = await Promise.all([wireSubgraphs(), openNotificationsFixture()]);
});
afterEach(async () => {
  try {
    expect(await server.breaches()).toEqual([]);
  } finally {
    await Promise.all([server.stop(), notifications.stop()]);
  }
});

/** What events and tickets have published goes to who follows it; again and again, as a bus may. */
async function tell(): Promise<void> {
  const shown = [
    ...(await server.events.published('EventPublished')),
    ...(await server.events.published('EventChanged')),
  ];
  for (const each of shown) {
    await server.tickets.deliver(each);
    await notifications.deliver(each);
  }
  for (const each of await server.tickets.published()) await notifications.deliver(each);
}

async function update(input: object): Promise<void> {
  const { eventId, organizer } = server.show;
  const { userErrors } = await server.events.mutate<{ userErrors: object[] }>(
    'updateEvent',
    'userErrors { code message }',
    { eventId, ...input },
    organizer,
  );
  expect(userErrors).toEqual([]);
}

/** Ten minutes after the last change, by the clock of tickets. */
async function passTenMinutes(): Promise<void> {
  server.setClock(new Date(Date.now() + 10 * MINUTE_MS));
  await server.settle();
  await tell();
  server.setClock();
}

async function buy(): Promise<UserCaller> {
  const buyer = await server.buyer();
  const { userId } = buyer;
  const registered = { ...UserRegistered.example, userId, email: 'ada@example.org' };
  await notifications.deliver(fact(UserRegistered, registered, new Date()));
  const { booking } = await server.act('createBooking', buyer, {
    eventId: server.show.eventId,
    seatIds: server.seats(2),
    payNow: true,
  });
  expect(booking?.status).toBe('CONFIRMED');
  return buyer;
}

const changesTold = async ({ userId }: UserCaller) =>
  (await notifications.mailsOf(userId)).filter(({ kind }) => kind === 'EVENT_CHANGED');

it('an event that is mended three times in a row is told of once, to who had booked it', async () => {
  await tell();
  const early = await buy();
  await update({ title: 'The Seagul' });
  await update({ title: 'The Seagull', description: 'A comedy' });
  await update({ description: 'A comedy in four acts.\n\nWith one interval.' });
  await tell();
  const late = await buy();
  await server.settle();
  await tell();
  expect(await changesTold(early)).toEqual([]);

  await passTenMinutes();
  await passTenMinutes();
  const [mail, ...more] = await changesTold(early);
  expect(more).toEqual([]);
  expect(mail).toMatchObject({
    recipient: 'ada@example.org',
    subject: 'The Cherry Orchard is now called The Seagull',
  });
  const shown = mail?.body.split('\n\n') ?? [];
  expect(shown.toSpliced(-2, 1)).toEqual([
    'The organizer has given another title to an event that you have tickets for. It was The Cherry Orchard. It is now:',
    'The Seagull\nSunday, 1 March 2099 at 19:30 (Europe/Vienna)\nGreat Hall, Old Theatre',
    'The organizer now describes it so:',
    'A comedy in four acts.',
    'With one interval.',
    'Yours, Parterre',
  ]);
  expect(await changesTold(late)).toEqual([]);

  // Another change, and back again before anybody was told of it.
  await update({ title: 'The Cherry Orchard' });
  await tell();
  await update({ title: 'The Seagull' });
  await tell();
  await passTenMinutes();
  expect(await changesTold(early)).toHaveLength(1);
});
