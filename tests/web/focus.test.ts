import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { type Actor, register, topUp } from '../support/people.ts';
import { putOnSale, seatMap } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { chooseFromList, openList, signIn } from '../support/web-steps.ts';

/** Where the keys stand. */
const focused = `(() => {
  const { activeElement: at } = document;
  return at.tagName + ' ' + (at.name || at.getAttribute('aria-label') || at.textContent).trim();
})()`;

describe('the focus', () => {
  const title = `Ghosts ${randomUUID().slice(0, 6)}`;
  let fixture: WebFixture;
  let eventId: string;
  let buyer: Actor;
  beforeAll(async () => {
    fixture = await openWebFixture('focus');
    ({ eventId } = await putOnSale(fixture.organizer.client, { title }));
    buyer = await register(fixture.client, 'keys');
    await topUp(buyer, '500.00');
  }, 240_000);
  afterAll(() => fixture?.close());

  const isOn = (page: Page, what: string) =>
    eventually(`the focus on ${what}`, async () => (await page.evaluate<string>(focused)) === what, 20_000);

  it('is on the heading of a page that came late, and stays with it when what was awaited is there', async () => {
    const { page, leave } = await visit(fixture.browser);
    const gate = Promise.withResolvers<void>();
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('query EventDetails')) await gate.promise;
      await route.fallback();
    });
    await page.goto(fixture.url(`/?q=${encodeURIComponent(title)}`));
    await page.getByRole('link', { name: title }).click();
    await isOn(page, 'H1 Event');
    gate.resolve();
    await page.getByText('Live', { exact: true }).waitFor();
    await isOn(page, `H1 ${title}`);
    await leave();
  }, 180_000);

  it('skips to the content of the same page', async () => {
    const { page, leave } = await visit(fixture.browser);
    await page.goto(fixture.url(`/events/${eventId}?party=2`));
    await page.getByText('Live', { exact: true }).waitFor();
    const address = page.url();
    await page.keyboard.press('Tab');
    await isOn(page, 'BUTTON Skip to the content');
    await page.keyboard.press('Enter');
    await isOn(page, `H1 ${title}`);
    expect(page.url()).toBe(address);
    await leave();
  }, 180_000);

  it('is on the heading of a page whose script had to come first', async () => {
    const { page, leave } = await visit(fixture.browser);
    const gate = Promise.withResolvers<void>();
    await page.route('**/assets/account-pages-*.js', async (route) => {
      await gate.promise;
      await route.continue();
    });
    await page.goto(fixture.url('/'));
    await signIn(page, buyer.nickname, buyer.password);
    await page.getByRole('banner').getByRole('link', { name: 'My tickets' }).click();
    await page.locator('main [data-skeleton]').first().waitFor();
    gate.resolve();
    await page.getByRole('heading', { name: 'My tickets' }).waitFor();
    await isOn(page, 'H1 My tickets');
    await leave();
  }, 180_000);

  it('stays where somebody searches', async () => {
    const { page, leave } = await visit(fixture.browser);
    await page.goto(fixture.url('/'));
    await page.getByRole('article').first().waitFor();
    const words = page.getByRole('searchbox', { name: 'Search' });
    await words.fill('nothing of that name');
    await words.press('Enter');
    await page.getByText('Nothing found').waitFor();
    await isOn(page, 'INPUT q');
    await page.goBack();
    await page.getByRole('article').first().waitFor();
    expect(await words.inputValue()).toBe('');
    await leave();
  }, 180_000);

  it('stays on a button at its limit, and goes to the next place when one is removed', async () => {
    const { page, leave } = await visit(fixture.browser);
    await page.goto(fixture.url(`/events/${eventId}`));
    const more = page.getByRole('button', { name: 'One more' });
    await more.focus();
    const people = page.getByRole('spinbutton', { name: 'People' });
    const most = Number(await people.getAttribute('max'));
    for (let count = 1; count < most; count += 1) await page.keyboard.press('Enter');
    expect(await people.inputValue()).toBe(`${most}`);
    await isOn(page, 'BUTTON One more');

    await chooseFromList(page, 3);
    const remove = page.getByRole('button', { name: 'Remove this place' });
    await remove.nth(1).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Hold 2 places' }).waitFor();
    await isOn(page, 'BUTTON Remove this place');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Hold 1 place' }).waitFor();
    await isOn(page, 'BUTTON Remove this place');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing chosen yet').waitFor();
    await isOn(page, 'P Nothing chosen yet');
    await leave();
  }, 180_000);

  it('stays on a seat of the list that somebody else takes', async () => {
    const { page, leave } = await visit(fixture.browser);
    await page.goto(fixture.url(`/events/${eventId}`));
    await page.getByText('Live', { exact: true }).waitFor();
    await openList(page);
    const seat = page.locator('button[data-state=free]').last();
    const name = ((await seat.getAttribute('aria-label')) ?? '').split(', ').slice(0, 3).join(', ');
    await seat.focus();
    const { seats } = await seatMap(fixture.client, eventId);
    const { client } = await register(fixture.client, 'faster');
    // Whichever seat it is, it is taken once all of its row are.
    const label = name.split(' ').at(-1);
    for (const { seat: other } of seats.filter((one) => one.seat.label === label && one.state === 'FREE')) {
      await client.act('CreateBooking', { eventId, seatIds: [other.id], idempotencyKey: randomUUID() });
    }
    const taken = page.getByRole('button', { name: `${name},`, exact: false }).first();
    await eventually('the loss', async () => (await taken.getAttribute('data-state')) === 'held');
    expect(await page.evaluate<string>(focused)).toContain(`BUTTON ${name}`);
    await leave();
  }, 180_000);

  it('is on the sheet when its places are folded away, and on the heading when a button has done its work', async () => {
    const { page, leave } = await visit(fixture.browser, { viewport: { width: 390, height: 844 } });
    await page.goto(fixture.url(`/events/${eventId}`));
    await signIn(page, buyer.nickname, buyer.password);
    await page
      .getByRole('button', { name: 'Choose from a list' })
      .or(page.getByText('From a list'))
      .first()
      .click();
    await page.locator('summary', { hasText: ' of ' }).first().click();
    await page.locator('button[data-state=free]').first().click();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: 'Remove this place' }).focus();
    await page.keyboard.press('Escape');
    await isOn(page, 'BUTTON Show all');

    await page.getByRole('button', { name: 'Hold 1 place' }).click();
    // It does nothing until the wallet is read.
    await page.getByRole('button', { name: /^Pay /, disabled: false }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Paid. Your tickets are below').waitFor();
    await isOn(page, `H1 ${title}`);
    await leave();
  }, 180_000);

  it('a dialog with something under way is not closed by however many Escapes', async () => {
    const { page, context } = await visit(fixture.browser);
    const { seats } = await seatMap(fixture.client, eventId);
    const free = seats.find(({ state }) => state === 'FREE');
    await buyer.client.act('CreateBooking', {
      eventId,
      seatIds: [free?.seat.id],
      payNow: true,
      idempotencyKey: randomUUID(),
    });
    await page.goto(fixture.url('/account/bookings'));
    await signIn(page, buyer.nickname, buyer.password);
    await page.getByRole('region', { name: 'Coming up' }).getByRole('link').first().click();
    const gate = Promise.withResolvers<void>();
    await context.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('mutation RefundTickets')) return route.fallback();
      await gate.promise;
      await route.abort();
    });
    await page.getByRole('button', { name: 'Give tickets back' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Give 1 ticket back' }).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    gate.resolve();
    await dialog.getByText('The server does not answer.', { exact: false }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await context.close();
  }, 180_000);
});
