import { afterAll, beforeAll, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, visit } from '../support/browser.ts';
import { logIn, registerOrganizer } from '../support/people.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';
import { type SharedServer, shareServer } from '../support/shared-server.ts';
import { openSeries, putOnSale } from '../support/shows.ts';
import { chooseFromList } from '../support/web-steps.ts';

let server: SharedServer;
let browser: Browser;
let address: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([shareServer(), openBrowser()]);
  const admin = await logIn(server.client, adminEmail, adminPassword);
  const organizer = await registerOrganizer(server.client, admin, 'series');
  const eventSeriesId = await openSeries(organizer.client, await putOnSale(organizer.client));
  await organizer.client.act('ScheduleEventSeries', {
    eventSeriesId,
    startsAt: '2035-03-30T10:00:00.000Z',
    recurrenceRule: 'FREQ=DAILY;COUNT=3',
    durationMinutes: 60,
    publish: true,
  });
  address = `http://localhost:${server.port}/series/${eventSeriesId}`;
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.leave();
});

it('a date of a series shows its hall below the calendar, at an address of its own', async () => {
  const { page, leave } = await visit(browser);
  await page.goto(address);
  await page.getByRole('heading', { name: 'March 2035' }).waitFor();
  await page.getByRole('button', { name: 'Next month' }).click();
  await page.getByRole('link', { name: /\b1 April/ }).click();
  await page.getByRole('heading', { name: /\b1 April 2035/ }).waitFor();
  await chooseFromList(page, 1);

  // What a friend is sent: the date alone.
  const slot = new URL(page.url()).searchParams.get('slot');
  const friend = await visit(browser);
  await friend.page.goto(`${address}?slot=${slot}`);
  await friend.page.getByRole('heading', { name: 'April 2035' }).waitFor();
  await friend.page.locator('a[aria-current]').waitFor();
  await friend.page.getByRole('button', { name: 'Choose from a list' }).waitFor();
  await friend.leave();

  await page.getByRole('button', { name: 'Previous month' }).click();
  await page.getByRole('link', { name: /\b30 March/ }).click();
  await page.getByRole('heading', { name: /\b30 March 2035/ }).waitFor();
  await page.getByText('Nothing chosen yet').waitFor();
  await leave();
}, 180_000);
