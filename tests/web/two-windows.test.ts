import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { visit } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { type Actor, register, topUp } from '../support/people.ts';
import { putOnSale, seatMap } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { chooseFromList, signIn, signOut, signUp } from '../support/web-steps.ts';

/** Who comes and goes, in one window or in two. */
describe('who comes and goes', () => {
  let fixture: WebFixture;
  let eventId: string;
  let buyer: Actor;
  beforeAll(async () => {
    fixture = await openWebFixture('windows');
    ({ eventId } = await putOnSale(fixture.organizer.client));
    buyer = await register(fixture.client, 'windows');
    await topUp(buyer, '500.00');
  }, 240_000);
  afterAll(() => fixture?.close());

  async function buyOne(): Promise<void> {
    const { seats } = await seatMap(fixture.client, eventId);
    const free = seats.find(({ state }) => state === 'FREE');
    await buyer.client.act('CreateBooking', {
      eventId,
      seatIds: [free?.seat.id],
      payNow: true,
      idempotencyKey: randomUUID(),
    });
  }

  it('who signs out leaves no ticket, neither on the screen of another window nor on the device', async () => {
    await buyOne();
    const { page, context } = await visit(fixture.browser);
    await page.goto(fixture.url('/account/bookings'));
    await signIn(page, buyer.nickname, buyer.password);
    await page.getByRole('region', { name: 'Coming up' }).getByRole('link').first().click();
    await page.getByRole('link', { name: 'Show the ticket' }).first().click();
    await page.getByRole('img', { name: 'The code of this ticket' }).waitFor();
    const second = await context.newPage();
    await second.goto(page.url());
    await second.getByRole('img', { name: 'The code of this ticket' }).waitFor();
    await signOut(page);
    await second.getByRole('banner').getByRole('button', { name: 'Sign in' }).waitFor();
    await second.getByRole('heading', { name: 'Sign in to see this ticket' }).waitFor();
    expect(
      await second.evaluate(`Object.keys(localStorage).filter((key) => key.includes('ticket'))`),
    ).toEqual([]);
    // What was on its way when the session ended is answered with 401, of which the browser complains.
    await context.close();
  }, 180_000);

  it('is at the beginning at once when signed out, whenever the server hears of it', async () => {
    const { page, context } = await visit(fixture.browser);
    await page.goto(fixture.url(`/events/${eventId}`));
    await signIn(page, buyer.nickname, buyer.password);
    await page.waitForLoadState('networkidle');
    await context.route('**/graphql/session', () => new Promise<void>(() => undefined));
    const seen: string[] = [];
    page.on('requestfailed', (request) => {
      if (request.url().endsWith('/graphql/session')) seen.push('given up');
    });
    page.on('framenavigated', (frame) => seen.push(new URL(frame.url()).pathname));
    await signOut(page);
    await page.waitForURL((url) => url.pathname === '/');
    expect(seen[0]).toBe('/');
    await context.close();
  }, 180_000);

  it('is asked no more to sign in once that is done in another window', async () => {
    const { page, context, leave } = await visit(fixture.browser);
    await page.goto(fixture.url('/'));
    const second = await context.newPage();
    await second.goto(fixture.url('/'));
    await second.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
    await second.getByRole('dialog').waitFor();
    await signIn(page, buyer.nickname, buyer.password);
    await second.getByRole('button', { name: /^Account of/ }).waitFor({ state: 'attached' });
    await second.getByRole('dialog').waitFor({ state: 'detached' });
    await leave();
  }, 180_000);

  it('finds in the bar what was held in another window, when coming back to this one', async () => {
    const { page, context, leave } = await visit(fixture.browser);
    await page.goto(fixture.url('/'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await signUp(page);
    await page.getByRole('button', { name: /^Account of/ }).waitFor();
    const second = await context.newPage();
    await second.goto(fixture.url(`/events/${eventId}`));
    await chooseFromList(second, 1);
    await second.getByRole('button', { name: 'Hold 1 place' }).click();
    await second.getByText('Held for you').waitFor();
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    await page.getByText('1 place held').waitFor();
    await leave();
  }, 180_000);

  it('finds in the bar what was held on the way of signing in', async () => {
    const { page, context, leave } = await visit(fixture.browser);
    // What is held was asked before it is.
    let isHeld = false;
    await context.route('**/graphql', async (route) => {
      const body = route.request().postData() ?? '';
      if (body.includes('mutation HoldPlaces')) {
        await eventually('the bar to have asked', () => isHeld);
      }
      const response = await route.fetch();
      if (body.includes('query HeldPlaces')) isHeld = true;
      await route.fulfill({ response });
    });
    await page.goto(fixture.url(`/events/${eventId}`));
    await page.getByRole('button', { name: /^Best 1 in/ }).click();
    await signUp(page);
    await page.waitForURL(/\/bookings\//);
    await page.getByText('Held for you').waitFor();
    await page.getByRole('banner').getByRole('link', { name: 'Parterre' }).click();
    await page.getByText('1 place held').waitFor();
    await leave();
  }, 180_000);

  it('is told how long to wait by who is asked too often to sign in', async () => {
    const { page, context } = await visit(fixture.browser);
    await page.goto(fixture.url('/'));
    await context.route('**/graphql/session', (route) =>
      route.fulfill({
        status: 429,
        json: { errors: [{ message: 'no', extensions: { code: 'RATE_LIMITED', retryAfterMs: 40_000 } }] },
      }),
    );
    await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nickname or e-mail address').fill(buyer.nickname);
    await dialog.getByLabel('Password').fill(buyer.password);
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await dialog.getByText('Too many tries. Try again in 40 seconds.').waitFor();
    // The browser itself complains of an answer with status 429.
    await context.close();
  }, 180_000);

  it('confirms an address once more when nothing was answered', async () => {
    const { page, context } = await visit(fixture.browser);
    let tries = 0;
    await context.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('mutation ConfirmAddress')) return route.fallback();
      tries += 1;
      if (tries === 1) await route.abort();
      else await route.fallback();
    });
    await page.goto(fixture.url('/confirm-email#token=none'));
    await page.getByText('The server does not answer.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('This link is too old', { exact: false }).waitFor();
    await context.close();
  }, 180_000);
});
