import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { openSeries, putOnSale } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { chooseFromList } from '../support/web-steps.ts';

let fixture: WebFixture;
let address: string;
beforeAll(async () => {
  fixture = await openWebFixture('series');
  const eventSeriesId = await openSeries(fixture.organizer.client, await putOnSale(fixture.organizer.client));
  await fixture.organizer.client.act('ScheduleEventSeries', {
    eventSeriesId,
    startsAt: '2035-03-30T10:00:00.000Z',
    recurrenceRule: 'FREQ=DAILY;COUNT=3',
    durationMinutes: 60,
    publish: true,
  });
  address = fixture.url(`/series/${eventSeriesId}`);
}, 240_000);
afterAll(() => fixture?.close());

it('a date of a series shows its hall below the calendar, at an address of its own', async () => {
  const { page, leave } = await visit(fixture.browser);
  await page.goto(address);
  await page.getByRole('heading', { name: 'March 2035' }).waitFor();
  await page.getByRole('button', { name: 'Next month' }).click();
  await page.getByRole('link', { name: /\b1 April/ }).click();
  await page.getByRole('heading', { name: /\b1 April 2035/ }).waitFor();
  await chooseFromList(page, 1);

  // What a friend is sent: the date alone.
  const slot = new URL(page.url()).searchParams.get('slot');
  const friend = await visit(fixture.browser);
  await friend.page.goto(`${address}?slot=${slot}`);
  await friend.page.getByRole('heading', { name: 'April 2035', exact: true }).waitFor();
  await friend.page.locator('a[aria-current]').waitFor();
  await friend.page.getByRole('button', { name: 'Choose from a list' }).waitFor();
  await friend.leave();

  // At the last month its button keeps the focus, and leading on by a key that leads nowhere changes nothing.
  const [back, next] = [/^Previous/, /^Next/].map((name) => page.getByRole('button', { name }));
  await back?.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'March 2035', exact: true }).waitFor();
  expect(await isFocused(back)).toBe(true);
  await page.getByRole('link', { name: /\b30 March/ }).focus();
  await page.keyboard.press('PageUp');
  await next?.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'April 2035', exact: true }).waitFor();
  expect(await isFocused(next)).toBe(true);
  await page.getByRole('button', { name: 'Previous month' }).click();
  await page.getByRole('link', { name: /\b30 March/ }).click();
  await page.getByRole('heading', { name: /\b30 March 2035/ }).waitFor();
  await page.getByText('Nothing chosen yet').waitFor();
  await leave();
}, 180_000);

const isFocused = (target: Locator | undefined) =>
  target?.evaluate((element: unknown) => {
    const { ownerDocument } = element as { ownerDocument: { activeElement: unknown } };
    return element === ownerDocument.activeElement;
  });
