import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, visit } from '../support/browser.ts';
import { logIn, register, registerOrganizer } from '../support/people.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';
import { type SharedServer, shareServer } from '../support/shared-server.ts';
import { putOnSale, seatMap } from '../support/shows.ts';
import { type SwallowingProxy, swallowingProxy } from '../support/swallowing-proxy.ts';
import { openList } from '../support/web-steps.ts';

let server: SharedServer;
let browser: Browser;
let proxy: SwallowingProxy;
beforeAll(async () => {
  [server, browser] = await Promise.all([shareServer(), openBrowser()]);
  proxy = await swallowingProxy(server.port);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await proxy?.close();
  await server?.leave();
});

it('a network that swallows everything is told, and what was missed is there when it is back', async () => {
  const admin = await logIn(server.client, adminEmail, adminPassword);
  const organizer = await registerOrganizer(server.client, admin, 'silence');
  const { eventId } = await putOnSale(organizer.client);
  const { page, context } = await visit(browser);
  await page.goto(`http://localhost:${proxy.port}/events/${eventId}`);
  await page.getByText('Live', { exact: true }).waitFor();
  await openList(page);
  const first = page.locator('button[data-state]').first();
  expect(await first.getAttribute('data-state')).toBe('free');

  proxy.swallow();
  const { client: buyer } = await register(server.client, 'meanwhile');
  const { seats } = await seatMap(server.client, eventId);
  await buyer.act('CreateBooking', { eventId, seatIds: [seats[0]?.seat.id], idempotencyKey: 'meanwhile' });
  // Nothing is closed: it is the missing answer to a ping that tells.
  await page.getByText('Not live', { exact: false }).waitFor();
  expect(await first.getAttribute('data-state')).toBe('free');

  proxy.carry();
  await page.getByText('Live', { exact: true }).waitFor();
  await page.locator('button[data-state=held]').first().waitFor();
  await context.close();
}, 180_000);
