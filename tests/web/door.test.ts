import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { type Actor, register, topUp } from '../support/people.ts';
import { putOnSale, seatMap } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { signIn } from '../support/web-steps.ts';

let fixture: WebFixture;
let buyer: Actor;
let address: string;
let codes: readonly string[];
beforeAll(async () => {
  fixture = await openWebFixture('door');
  const { eventId } = await putOnSale(fixture.organizer.client);
  address = fixture.url(`/organizer/events/${eventId}/check-in`);
  codes = await sellTwo(eventId);
}, 240_000);
afterAll(() => fixture?.close());

/** The codes of tickets for row A, seats 1 and 2. */
async function sellTwo(eventId: string): Promise<string[]> {
  buyer = await register(fixture.client, 'door-buyer');
  await topUp(buyer, '100.00');
  const { seats } = await seatMap(fixture.client, eventId);
  const { booking } = await buyer.client.act<{ booking: { id: string } }>('CreateBooking', {
    eventId,
    seatIds: [seats[0]?.seat.id, seats[1]?.seat.id],
    payNow: true,
    idempotencyKey: randomUUID(),
  });
  const { data } = await buyer.client.send<{ booking: { tickets: { code: string }[] } }>(
    `{ booking(id: "${booking.id}") { tickets { code } } }`,
  );
  return data?.booking.tickets.map(({ code }) => code) ?? [];
}

it('the door goes on without a network, and sends what it kept', async () => {
  const [first = '', second = ''] = codes;
  const { page, context, complaints } = await visit(fixture.browser);
  await page.goto(new URL('/', address).href);
  await signIn(page, fixture.organizer.nickname, fixture.organizer.password);
  await openDoor(page);

  await context.setOffline(true);
  await page.getByText('No network: scans go on').waitFor();
  const place = await scan(page, first, 'Let in');
  expect(place).toMatch(/row A, seat \d/);
  await page.getByText('Genuine by its signature.', { exact: false }).waitFor();
  await page.getByText('1 scan to be sent').waitFor();
  await scan(page, first, 'Do not let in');
  await page.getByText('Somebody was let in with this ticket before.').waitFor();
  expect(await isIn(first)).toBe(false);
  await page.close();
  await context.setOffline(false);

  // The window was closed before the network came back: the scan waits for the next one.
  const again = await context.newPage();
  await openDoor(again);
  await eventually('the scan at the server', () => isIn(first));
  await again.getByText('scan to be sent').waitFor({ state: 'detached' });
  await scan(again, first, 'Do not let in');

  // Meanwhile somebody else is let in with the second ticket, at another door.
  await context.setOffline(true);
  await scan(again, second, 'Let in');
  await fixture.organizer.client.act('CheckInTicket', { code: second });
  await context.setOffline(false);
  const told = again.getByRole('alert').filter({ hasText: 'without a network' });
  await told.getByText('Somebody was let in with this ticket before.', { exact: false }).waitFor();
  await told.getByRole('button', { name: 'Seen to' }).click();
  await told.waitFor({ state: 'detached' });
  await close(context, complaints);
}, 240_000);

/** Opens the page and waits until it has the keys and the tickets that it needs without a network. */
async function openDoor(page: Page): Promise<void> {
  const stock = ['query DoorKeys', 'query DoorTickets'].map((query) =>
    page.waitForResponse((response) => response.request().postData()?.includes(query) === true),
  );
  await page.goto(address);
  for (const response of await Promise.all(stock)) await response.finished();
  await page.getByText('of 2 are in').waitFor();
}

/** Types a code, waits for the verdict, and answers all that is said with it. */
async function scan(page: Page, code: string, verdict: string): Promise<string> {
  const field = page.getByLabel('Code of the ticket');
  await field.fill(code);
  await field.press('Enter');
  const outcome = page.getByRole('alert').filter({ has: page.getByText(verdict, { exact: true }) });
  await outcome.waitFor();
  return (await outcome.textContent()) ?? '';
}

/** Whether the server knows that somebody was let in with the ticket. */
async function isIn(code: string): Promise<boolean> {
  const { t: ticketId } = JSON.parse(Buffer.from(code.split('.')[0] ?? '', 'base64url').toString());
  const { data } = await buyer.client.send<{ ticket: { checkedInAt: string | null } }>(
    `{ ticket(id: "${ticketId}") { checkedInAt } }`,
  );
  return data?.ticket.checkedInAt != null;
}

/** The browser itself complains of each request without a network. */
async function close(context: BrowserContext, complaints: readonly string[]): Promise<void> {
  await context.close();
  expect(complaints.filter((complaint) => !complaint.includes('net::ERR_INTERNET_DISCONNECTED'))).toEqual([]);
}
