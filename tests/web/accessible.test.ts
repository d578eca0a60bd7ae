import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { contrastFaultsOf, faultsOf } from '../support/axe.ts';
import { visit } from '../support/browser.ts';
import { putOnSale } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { chooseFromList, signUp } from '../support/web-steps.ts';

let fixture: WebFixture;
let address: string;
beforeAll(async () => {
  fixture = await openWebFixture('accessible');
  const { eventId } = await putOnSale(fixture.organizer.client);
  address = fixture.url(`/events/${eventId}`);
}, 240_000);
afterAll(() => fixture?.close());

it('the way from the list of shows to a ticket holds WCAG 2.2 AA, in light and dark', async () => {
  const { page, leave } = await visit(fixture.browser, { colorScheme: 'light' });
  await page.goto(fixture.url('/'));
  await page.getByRole('article').first().waitFor();
  expect(await faultsInBoth(page)).toEqual([]);
  await page.goto(address);
  await page.getByText('Live', { exact: true }).waitFor();
  expect(await faultsInBoth(page)).toEqual([]);
  await chooseFromList(page, 2);
  expect(await faultsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Hold 2 places' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await faultsInBoth(page)).toEqual([]);
  await signUp(page);
  await page.getByRole('button', { name: /and pay$/ }).waitFor();
  expect(await faultsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: /and pay$/ }).click();
  await page.getByRole('link', { name: 'Show the ticket' }).first().waitFor();
  expect(await faultsInBoth(page)).toEqual([]);
  await page.getByRole('link', { name: 'Show the ticket' }).first().click();
  await page.getByRole('img', { name: 'The code of this ticket' }).waitFor();
  expect(await faultsInBoth(page)).toEqual([]);
  await leave();
}, 240_000);

async function faultsInBoth(page: Page): Promise<string[]> {
  const inLight = await faultsOf(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await contrastFaultsOf(page);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...inLight, ...inDark.map((fault) => `in dark: ${fault}`)];
}
