import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { sampleChart } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { chooseFromList, loseNextAnswer, signIn, signUp } from '../support/web-steps.ts';

let fixture: WebFixture;
beforeAll(async () => {
  fixture = await openWebFixture('walking');
}, 240_000);
afterAll(() => fixture?.close());

const FIRST_SEAT = '"categoryKey": 9,';
/** The chart with a seat of a category that is not there, and the line of it. */
const faultyChart = sampleChart.replace(FIRST_SEAT, '"categoryKey": 99,');
const faultyLine = faultyChart.split('\n').findIndex((line) => line.includes('"categoryKey": 99,')) + 1;

it('a new organizer comes from a file of seats.io to a sale', async () => {
  const { url } = fixture;
  const title = `Uncle Vanya ${process.pid}`;
  const office = await visit(fixture.browser);
  const { page } = office;
  await page.goto(url('/organizer'));
  await signIn(page, fixture.organizer.nickname, fixture.organizer.password);

  await openHall(page);
  await giveFile(page, faultyChart);
  await page.getByText('1 fault in the file: nothing was imported').waitFor();
  await page.getByText(`Line ${faultyLine}`, { exact: true }).waitFor();
  const excerpt = page.getByRole('region', { name: `The text of the file around line ${faultyLine}` });
  expect(await excerpt.textContent()).toContain('"categoryKey": 99,');
  await loseNextAnswer(office.context, 'ImportPlan');
  await giveFile(page, sampleChart);
  await page.getByText('The server does not answer', { exact: false }).waitFor();
  // Again, and there is no second version.
  await page.getByRole('button', { name: 'Import the plan' }).click();
  await page.getByText('Version 1 is there').waitFor();
  await page.getByRole('region', { name: 'Preview of the hall' }).getByRole('application').waitFor();
  await page.getByText('32 seats').waitFor();

  await draftEvent(page, title);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await setPrices(page);
  await page.getByRole('link', { name: 'Details' }).click();
  await page.getByRole('button', { name: 'Put on sale' }).click();
  await page.getByRole('button', { name: 'Put 232 places on sale' }).click();
  await page.getByText('The event is on sale.').waitFor();

  await page.getByRole('link', { name: 'Seats', exact: true }).click();
  await page.getByText('Live', { exact: true }).waitFor();
  const buyer = await visit(fixture.browser);
  await buyer.page.goto(url('/'));
  await buyer.page.getByRole('searchbox').fill(title);
  await buyer.page.getByRole('button', { name: 'Search' }).click();
  await buyer.page.getByRole('link', { name: title }).click();
  await chooseFromList(buyer.page, 1);
  await buyer.page.getByRole('button', { name: 'Hold 1 place' }).click();
  await signUp(buyer.page);
  // Both windows see what the other one's does to the hall, without being loaded anew.
  await inZones(page, 'Held', '1');
  await buyer.page.getByRole('button', { name: 'Top up €39.50 and pay' }).click();
  await buyer.page.getByText('Paid. Your tickets are below').waitFor();
  await inZones(page, 'Sold', '1');
  await page.getByRole('link', { name: 'Sales', exact: true }).click();
  await page.locator('dl', { hasText: 'Revenue' }).getByText('€39.50').waitFor();
  await buyer.leave();
  await office.leave();
}, 240_000);

/** A venue with a hall, as far as the page of the hall's plan. */
async function openHall(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Venues' }).click();
  await page.getByRole('button', { name: 'New venue' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Theatre on the Quay');
  await dialog.getByLabel('Street and number').fill('Quay 1');
  await dialog.getByLabel('City').fill('Vienna');
  await dialog.getByLabel('Time zone').fill('Europe/Vienna');
  await dialog.getByRole('button', { name: 'Open the venue' }).click();
  await page.getByLabel('Name of another hall').fill('Great Hall');
  await page.getByRole('button', { name: 'Add the hall' }).click();
  await page.getByText('No plan yet').waitFor();
}

async function giveFile(page: Page, chart: string): Promise<void> {
  const buffer = Buffer.from(chart);
  await page
    .getByLabel(/^Choose (a|another) file$/)
    .setInputFiles({ name: 'chart.json', mimeType: 'application/json', buffer });
  // The file says itself which program wrote it.
  expect(await page.getByLabel('Written by').inputValue()).toBe('SEATS_IO');
  await page.getByRole('button', { name: 'Import the plan' }).click();
}

async function draftEvent(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Events' }).last().click();
  await page.getByRole('link', { name: 'New event' }).first().click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Venue').selectOption('Theatre on the Quay, Vienna');
  await page.getByLabel('Hall', { exact: true }).selectOption('Great Hall');
  await page.getByLabel('Begins').fill('2035-05-01T19:30');
  await page.getByRole('button', { name: 'Make the draft' }).click();
}

/** The draft says which prices it lacks, and leads to them; a zone without places is never shown, the plan being slow or not. */
async function setPrices(page: Page): Promise<void> {
  const plan = Promise.withResolvers<void>();
  const missing = page.getByRole('link', { name: 'prices are missing' });
  // It says so by the plan, which it has asked for by itself.
  await missing.waitFor();
  await page.route('**/seating-plans/**', (route) => plan.promise.then(() => route.continue()));
  await missing.click();
  const cells = page.getByLabel(/^Price in Cat\d, Adult$/);
  await page.getByRole('heading', { name: 'Prices', exact: true }).waitFor();
  expect(await cells.count()).toBe(0);
  plan.resolve();
  await cells.first().waitFor();
  for (const cell of await cells.all()) await cell.fill('39.50');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The prices are changed.').waitFor();
}

/** Waits until one of the zones of the office's hall counts so many. */
async function inZones(page: Page, state: string, count: string): Promise<void> {
  const counts = page.getByRole('region', { name: 'By zone' });
  await counts.locator('dl > div').filter({ hasText: state }).filter({ hasText: count }).first().waitFor();
}
