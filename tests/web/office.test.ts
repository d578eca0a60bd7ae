import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { register, topUp } from '../support/people.ts';
import { putOnSale, seatMap } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { loseNextAnswer, signIn } from '../support/web-steps.ts';

interface Bought {
  readonly booking: { readonly id: string };
}

describe('the office in a browser', () => {
  let fixture: WebFixture;
  let eventId: string;
  let code: string;
  let nickname: string;
  beforeAll(async () => {
    fixture = await openWebFixture('office');
    ({ eventId } = await putOnSale(fixture.organizer.client));
    code = await sellOne();
  }, 240_000);
  afterAll(() => fixture?.close());

  /** The code of a ticket for the first seat. */
  async function sellOne(): Promise<string> {
    const { client: buyer, ...person } = await register(fixture.client, 'office-buyer');
    nickname = person.nickname;
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

  it('finds an order of any event by what its buyer shows or says', async () => {
    const { page, leave } = await visit(fixture.browser);
    await open(page, '/organizer/orders');
    await page.getByText('Find an order of any of your events').waitFor();
    for (const text of [code, nickname]) {
      const field = page.getByLabel('Ticket code', { exact: false });
      await field.fill(text);
      await field.press('Enter');
      await page.waitForURL(`**/organizer/orders?q=${encodeURIComponent(text)}`);
      await page.getByRole('cell', { name: nickname }).waitFor();
    }
    await page.getByRole('button', { name: /^Open / }).click();
    await page.getByRole('dialog').getByText(`Bought by ${nickname}`).waitFor();
    await page.goto(fixture.url(`/organizer/events/${eventId}/details`));
    await page.waitForURL(`**/organizer/events/${eventId}`);
    await page.goto(fixture.url(`/organizer/events/${eventId}/attendees`));
    await page.getByRole('cell', { name: nickname }).first().waitFor();
    await leave();
  }, 120_000);

  it('opens one venue though the first answer was lost and the try repeated', async () => {
    const { page, context, leave } = await visit(fixture.browser);
    await open(page, '/organizer/venues');
    const name = `Venue ${randomUUID()}`;
    await page.getByRole('button', { name: 'New venue' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Street and number').fill('Here 1');
    await dialog.getByLabel('City').fill('Vienna');
    await loseNextAnswer(context, 'OpenVenue');
    await dialog.getByRole('button', { name: 'Open the venue' }).click();
    await dialog.getByText('The server does not answer', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Open the venue' }).click();
    await page.getByRole('heading', { name }).waitFor();
    const { data } = await fixture.organizer.client.send<{ venues: { nodes: { name: string }[] } }>(
      '{ venues(first: 100) { nodes { name } } }',
    );
    expect(data?.venues.nodes.filter((venue) => venue.name === name)).toHaveLength(1);
    await leave();
  }, 120_000);

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
