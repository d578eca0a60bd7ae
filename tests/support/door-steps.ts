import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { type Actor, register, topUp } from './people.ts';
import { putOnSale, seatMap } from './shows.ts';
import type { WebFixture } from './web-fixture.ts';

/** The door of an event of which some tickets are sold. */
export interface Door {
  readonly eventId: string;
  readonly address: string;
  /** What buyers show, seat by seat from row A, seat 1. */
  readonly codes: readonly string[];
  /** Whether the server knows that somebody was let in with the ticket. */
  isIn(code: string): Promise<boolean>;
}

/** Puts an event on sale and sells so many tickets of it, ten at most. */
export async function openedDoor({ client, organizer, url }: WebFixture, count: number): Promise<Door> {
  const { eventId } = await putOnSale(organizer.client);
  const buyer = await register(client, 'door-buyer');
  await topUp(buyer, '300.00');
  const { seats } = await seatMap(client, eventId);
  const { booking } = await buyer.client.act<{ booking: { id: string } }>('CreateBooking', {
    eventId,
    seatIds: seats.slice(0, count).map(({ seat }) => seat.id),
    payNow: true,
    idempotencyKey: randomUUID(),
  });
  const { data } = await buyer.client.send<{ booking: { tickets: { code: string }[] } }>(
    `{ booking(id: "${booking.id}") { tickets { code } } }`,
  );
  return {
    eventId,
    address: url(`/organizer/events/${eventId}/check-in`),
    codes: data?.booking.tickets.map(({ code }) => code) ?? [],
    isIn: (code) => isIn(buyer, code),
  };
}

/** Opens the page and waits until it has the keys and the tickets that it needs without a network. */
export async function openDoor(page: Page, { address, codes }: Door): Promise<void> {
  const stock = ['query DoorKeys', 'query DoorTickets'].map((query) =>
    page.waitForResponse((response) => response.request().postData()?.includes(query) === true),
  );
  await page.goto(address);
  for (const response of await Promise.all(stock)) await response.finished();
  await page.getByText(`of ${codes.length} are in`).waitFor();
}

/** Types a code, as a scanner does that types. */
export async function typeCode(page: Page, code: string): Promise<void> {
  const field = page.getByLabel('Code of the ticket');
  await field.fill(code);
  await field.press('Enter');
}

/** Types a code, waits for the verdict, and answers all that is said with it. */
export async function scan(page: Page, code: string, verdict: string): Promise<string> {
  await typeCode(page, code);
  const outcome = page.getByRole('alert').filter({ has: page.getByText(verdict, { exact: true }) });
  await outcome.waitFor();
  return (await outcome.textContent()) ?? '';
}

async function isIn(buyer: Actor, code: string): Promise<boolean> {
  const { t: ticketId } = JSON.parse(Buffer.from(code.split('.')[0] ?? '', 'base64url').toString());
  const { data } = await buyer.client.send<{ ticket: { checkedInAt: string | null } }>(
    `{ ticket(id: "${ticketId}") { checkedInAt } }`,
  );
  return data?.ticket.checkedInAt != null;
}
