import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { visit } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { register, topUp } from '../support/people.ts';
import { putOnSale, seatMap } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { signIn } from '../support/web-steps.ts';

describe('a list', () => {
  const word = `Platonov${randomUUID().slice(0, 6)}`;
  let fixture: WebFixture;
  beforeAll(async () => {
    fixture = await openWebFixture('lists');
    for (let at = 1; at <= 6; at += 1) await putOnSale(fixture.organizer.client, { title: `${word} ${at}` });
    // Whoever searches finds them some time after they are on sale.
    const { page, context } = await visit(fixture.browser);
    await eventually('the events', async () => {
      await page.goto(fixture.url(`/?q=${word}`), { waitUntil: 'networkidle' });
      return (await page.getByRole('article').count()) === 6;
    });
    await context.close();
  }, 240_000);
  afterAll(() => fixture?.close());

  it('shows that its rows are being replaced while another filter is asked', async () => {
    const { page, context, leave } = await visit(fixture.browser);
    await page.goto(fixture.url(`/?q=${word}`));
    const list = page.getByRole('list').filter({ has: page.getByRole('article') });
    await list.waitFor();
    expect(await list.getAttribute('aria-busy')).not.toBe('true');
    const gate = Promise.withResolvers<void>();
    await context.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('query EventsOnSale')) await gate.promise;
      await route.fallback();
    });
    const words = page.getByRole('searchbox', { name: 'Search' });
    await words.fill('no such name');
    await words.press('Enter');
    await eventually('busy', async () => (await list.getAttribute('aria-busy')) === 'true', 20_000);
    const opacity = () =>
      page.evaluate<number>(`Number(getComputedStyle(document.querySelector('main ol')).opacity)`);
    await eventually('dimmed', async () => (await opacity()) < 1);
    gate.resolve();
    await page.getByText('Nothing found').waitFor();
    await words.fill(word);
    await words.press('Enter');
    await list.waitFor();
    expect(await opacity()).toBe(1);
    await leave();
  }, 180_000);

  it('is where it was left when one goes back to it, and another page begins at its top', async () => {
    const { page, leave } = await visit(fixture.browser, { viewport: { width: 800, height: 400 } });
    await page.goto(fixture.url(`/?q=${word}`));
    const last = page.getByRole('article').nth(5).getByRole('link');
    await last.scrollIntoViewIfNeeded();
    await last.hover();
    const left = Number(await page.evaluate('scrollY'));
    expect(left).toBeGreaterThan(200);
    await last.click();
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await page.evaluate('scrollY')).toBe(0);
    await page.goBack();
    await page.getByRole('article').nth(5).waitFor();
    await eventually('the place', async () => (await page.evaluate('scrollY')) === left, 20_000);
    await leave();
  }, 180_000);

  it('stays when it cannot be asked anew', async () => {
    const { page, context, leave } = await visit(fixture.browser);
    await page.goto(fixture.url(`/?q=${word}`));
    await page.getByRole('article').nth(5).getByRole('link').click();
    await page.getByText('Live', { exact: true }).waitFor();
    const isOfList = (body: string | null) => body?.includes('query EventsOnSale') ?? false;
    await context.route('**/graphql', (route) =>
      isOfList(route.request().postData())
        ? route.fulfill({ json: { data: null, errors: [{ message: 'away' }] } })
        : route.fallback(),
    );
    const answered = page.waitForResponse((response) => isOfList(response.request().postData()));
    await page.goBack();
    await answered;
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    expect(await page.getByRole('article').count()).toBe(6);
    await leave();
  }, 180_000);

  it('takes in what is new on its first page, whichever was read last', async () => {
    const person = await register(fixture.client, 'lister');
    for (let times = 1; times <= 23; times += 1) await topUp(person, `${times}.00`);
    const { page, leave } = await visit(fixture.browser);
    await page.goto(fixture.url('/account/wallet'));
    await signIn(page, person.nickname, person.password);
    const sums = page.locator('tbody tr').getByText(/^\+€/);
    await sums.nth(19).waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await sums.nth(22).waitFor();
    const asked: unknown[] = [];
    page.on('request', (request) => {
      const body = request.postData() ?? '';
      if (body.includes('query Statement')) asked.push(JSON.parse(body).variables.after ?? null);
    });
    await topUp(person, '777.00');
    await sums.nth(23).waitFor();
    const expected = [777, ...Array.from({ length: 23 }, (_, at) => 23 - at)];
    expect(await sums.allTextContents()).toEqual(expected.map((sum) => `+€${sum}.00`));
    await page.getByText('€1,053.00').waitFor();
    // Once more where the subscription told its beginning late; the pages that follow, never.
    expect(new Set(asked)).toEqual(new Set([null]));
    await leave();
  }, 180_000);

  it('takes a booking for past when its time to pay is over', async () => {
    const { eventId } = await putOnSale(fixture.organizer.client, { holdSeconds: 20 });
    const { seats } = await seatMap(fixture.client, eventId);
    const person = await register(fixture.client, 'late');
    const { page, leave } = await visit(fixture.browser);
    await page.goto(fixture.url('/account/bookings'));
    await signIn(page, person.nickname, person.password);
    await page.getByText('No tickets yet').waitFor();
    await person.client.act('CreateBooking', {
      eventId,
      seatIds: [seats[0]?.seat.id],
      idempotencyKey: randomUUID(),
    });
    await page.reload();
    await page.getByRole('region', { name: 'To pay' }).waitFor();
    await page.getByRole('region', { name: 'Earlier' }).getByText('Not paid in time').waitFor();
    await leave();
  }, 180_000);
});
