import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { register, topUp } from '../support/people.ts';
import { putOnSale, seatMap } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { signIn } from '../support/web-steps.ts';

interface Bought {
  readonly booking: { readonly id: string };
}

describe('the office in a browser', () => {
  let fixture: WebFixture;
  let eventId: string;
  let code: string;
  beforeAll(async () => {
    fixture = await openWebFixture('office');
    ({ eventId } = await putOnSale(fixture.organizer.client));
    code = await sellOne();
  }, 240_000);
  afterAll(() => fixture?.close());

  /** The code of a ticket for the first seat. */
  async function sellOne(): Promise<string> {
    const { client: buyer, ...person } = await register(fixture.client, 'office-buyer');
    await topUp({ client: buyer, ...person }, '100.00');
    const { seats } = await seatMap(fixture.client, eventId);
    const { booking } = await buyer.act<Bought>('CreateBooking', {
      eventId,
      seatIds: [seats[0]?.seat.id],
      payNow: true,
      idempotencyKey: randomUUID(),
    });
    const { data } = await buyer.send<{ booking: { tickets: { code: string }[] } }>(
      `{ booking(id: "${booking.id}") { tickets { code } } }`,
    );
    return data?.booking.tickets[0]?.code ?? '';
  }

  async function open(page: Page, path: string): Promise<void> {
    await page.goto(fixture.url('/'));
    await signIn(page, fixture.organizer.nickname, fixture.organizer.password);
    await page.goto(fixture.url(path));
  }

  it('lets a ticket in once, and says so', async () => {
    const { page, leave } = await visit(fixture.browser, { viewport: { width: 390, height: 844 } });
    await open(page, `/organizer/events/${eventId}/check-in`);
    const field = page.getByLabel('Code of the ticket');
    await field.fill(code);
    await field.press('Enter');
    await page.getByText('Let in', { exact: true }).waitFor();
    await field.fill(code);
    await field.press('Enter');
    await page.getByText('Do not let in', { exact: true }).waitFor();
    await leave();
  }, 120_000);
});
