import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { visit } from '../support/browser.ts';
import { putOnSale } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { chooseFromList, isKeptForOffline, signUp } from '../support/web-steps.ts';

let fixture: WebFixture;
let address: string;
beforeAll(async () => {
  fixture = await openWebFixture('offline');
  const { eventId } = await putOnSale(fixture.organizer.client);
  address = fixture.url(`/events/${eventId}`);
}, 240_000);
afterAll(() => fixture?.close());

it('a ticket that was opened once is there after a reload without a network', async () => {
  const { page, context } = await visit(fixture.browser);
  await page.goto(address);
  await chooseFromList(page, 1);
  await page.getByRole('button', { name: 'Hold 1 place' }).click();
  await signUp(page);
  await page.getByRole('button', { name: /and pay$/ }).click();
  await page.getByRole('link', { name: 'Show the ticket' }).first().click();
  const code = page.getByRole('img', { name: 'The code of this ticket' });
  await code.waitFor();
  await isKeptForOffline(page);

  await context.setOffline(true);
  await page.reload();
  await code.waitFor();
  await page.getByText('As it was when it was opened last.').waitFor();

  // What the server answers comes first again as soon as it answers: the kept page would be no 404.
  await context.setOffline(false);
  const answer = await page.goto(new URL('/assets/missing', address).href);
  expect(answer?.status()).toBe(404);
  await context.close();
}, 180_000);
