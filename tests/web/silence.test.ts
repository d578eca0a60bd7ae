import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type SwallowingProxy, swallowingProxy } from '@parterre/platform/testing/swallowing-proxy.ts';
import { visit } from '../support/browser.ts';
import { register } from '../support/people.ts';
import { putOnSale, seatMap } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { openList } from '../support/web-steps.ts';

let fixture: WebFixture;
let proxy: SwallowingProxy;
beforeAll(async () => {
  fixture = await openWebFixture('silence');
  proxy = await swallowingProxy(`http://127.0.0.1:${fixture.port}`);
}, 240_000);
afterAll(async () => {
  await proxy?.close();
  await fixture?.close();
});

it('a network that swallows everything is told, and what was missed is there when it is back', async () => {
  const { eventId } = await putOnSale(fixture.organizer.client);
  const { page, context } = await visit(fixture.browser);
  await page.goto(`http://localhost:${new URL(proxy.url).port}/events/${eventId}`);
  await page.getByText('Live', { exact: true }).waitFor();
  await openList(page);
  const first = page.locator('button[data-state]').first();
  expect(await first.getAttribute('data-state')).toBe('free');

  proxy.swallow();
  const { client: buyer } = await register(fixture.client, 'meanwhile');
  const { seats } = await seatMap(fixture.client, eventId);
  await buyer.act('CreateBooking', { eventId, seatIds: [seats[0]?.seat.id], idempotencyKey: 'meanwhile' });
  // Nothing is closed: it is the missing answer to a ping that tells.
  await page.getByText('Not live', { exact: false }).waitFor();
  expect(await first.getAttribute('data-state')).toBe('free');

  proxy.restore();
  await page.getByText('Live', { exact: true }).waitFor();
  await page.locator('button[data-state=held]').first().waitFor();
  await context.close();
}, 180_000);
