import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { putOnSale } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';

/** What answers pointers and keys. */
const answering = '**/assets/seat-map-answering-*.js';
/** How many places are chosen, as the page keeps them. */
const chosen = 'Object.values(sessionStorage).flatMap((text) => JSON.parse(text).seats ?? []).length';
const isChosen = (page: Page, count: number) =>
  eventually(`${count} places`, async () => (await page.evaluate(chosen)) === count, 30_000);

describe('a map that is used before what answers on it has come', () => {
  let fixture: WebFixture;
  let address: string;
  beforeAll(async () => {
    fixture = await openWebFixture('early');
    const { eventId } = await putOnSale(fixture.organizer.client);
    address = fixture.url(`/events/${eventId}`);
  }, 240_000);
  afterAll(() => fixture?.close());

  /** Opens the event; what answers comes when the gate opens. */
  async function openGated(height = 500) {
    const visitor = await visit(fixture.browser, { viewport: { width: 1280, height } });
    const { page } = visitor;
    const gate = Promise.withResolvers<void>();
    await page.route(answering, (route) => gate.promise.then(() => route.continue()));
    const isAsked = page.waitForRequest(answering);
    await page.goto(address);
    await page.getByText('Live', { exact: true }).waitFor();
    // By itself: nobody has turned to the map yet.
    await isAsked;
    const map = page.getByRole('application');
    await map.scrollIntoViewIfNeeded();
    return { ...visitor, map, open: () => gate.resolve() };
  }

  it('is walked in and chosen in by keys, while the page stands still', async () => {
    const { page, map, open, leave } = await openGated();
    await map.focus();
    const scrolled = await page.evaluate('scrollY');
    for (const key of ['ArrowDown', 'PageDown', 'End', 'Enter']) await page.keyboard.press(key);
    expect(await page.evaluate('scrollY')).toBe(scrolled);
    expect(await page.evaluate(chosen)).toBe(0);
    open();
    await isChosen(page, 1);
    await leave();
  });

  it('takes a click where a seat is', async () => {
    const first = await openGated(900);
    first.open();
    const seat = await seatOf(first.page);
    await first.leave();
    const { page, map, open, leave } = await openGated(900);
    // Where the page scrolls to with it, as it did there.
    await map.focus();
    const box = await map.boundingBox();
    if (!box) throw new Error('expected the map in sight');
    await page.mouse.click(box.x + seat.x, box.y + seat.y);
    expect(await page.evaluate(chosen)).toBe(0);
    open();
    await isChosen(page, 1);
    await leave();
  });

  it('comes nearer by the wheel, and by the button beside it', async () => {
    for (const how of ['wheel', 'button'] as const) {
      const { page, map, open, leave } = await openGated();
      const whole = page.getByRole('button', { name: 'Whole hall' });
      const scrolled = await page.evaluate('scrollY');
      if (how === 'button') await page.getByRole('button', { name: 'Closer' }).click();
      else {
        await map.hover();
        await page.mouse.wheel(0, -240);
        expect(await page.evaluate('scrollY')).toBe(scrolled);
      }
      expect(await whole.count()).toBe(0);
      open();
      await whole.waitFor();
      await leave();
    }
  });

  it('says so where that does not come, and keeps what was chosen', async () => {
    const { page, context, complaints } = await visit(fixture.browser);
    await page.goto(address);
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await isChosen(page, 1);
    await page.route(answering, (route) => route.abort());
    await page.reload();
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await page.unroute(answering);
    await again.click();
    await page.getByRole('application').waitFor();
    await isChosen(page, 1);
    expect(complaints.filter((text) => /policy|warning/.test(text))).toEqual([]);
    await context.close();
  });
});

/** Where a seat is, from the corner of the map: the place of the card, which stands where the keys do. */
async function seatOf(page: Page): Promise<{ x: number; y: number }> {
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowDown');
  const card = page.getByRole('region', { name: 'Map of the hall' }).locator('div[style*=translate]');
  // It has no size of its own.
  await card.waitFor({ state: 'attached' });
  const style = (await card.getAttribute('style')) ?? '';
  const [x, y] = style.match(/-?\d+(?=px)/g)?.map(Number) ?? [];
  if (x === undefined || y === undefined) throw new Error(`expected the place of a card, got ${style}`);
  return { x, y };
}
