import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { visit } from '../support/browser.ts';
import { openedDoor } from '../support/door-steps.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { signIn } from '../support/web-steps.ts';

let fixture: WebFixture;
let eventId: string;
beforeAll(async () => {
  fixture = await openWebFixture('figures');
  ({ eventId } = await openedDoor(fixture, 2));
}, 240_000);
afterAll(() => fixture?.close());

it.each([
  ['sales', 'SalesOfEvent', '€50.00'],
  ['health', 'HealthOfServices', 'Facts to publish'],
])(
  'figures stay when the server answers no more, and say so: %s',
  async (page, query, shown) => {
    const { page: window, context } = await visit(fixture.browser);
    const { nickname, password } = fixture.organizer;
    const isAdmin = page === 'health';
    await window.goto(fixture.url('/'));
    await signIn(window, isAdmin ? adminEmail : nickname, isAdmin ? adminPassword : password);
    await window.goto(fixture.url(isAdmin ? '/admin/health' : `/organizer/events/${eventId}/${page}`));
    await window.getByText(shown).first().waitFor();
    await context.route('**/graphql', (route) =>
      route.request().postData()?.includes(`query ${query}`) ? route.abort() : route.fallback(),
    );
    await window.getByText('The server does not answer: what you see is as of', { exact: false }).waitFor();
    expect(await window.getByText(shown).first().isVisible()).toBe(true);
    await context.unroute('**/graphql');
    await window.getByText('The server does not answer', { exact: false }).waitFor({ state: 'detached' });
    await context.close();
  },
  180_000,
);

it('no promo code is missing from a list whose beginning is new', async () => {
  const mark = randomUUID().slice(0, 8);
  for (let number = 10; number < 35; number += 1) {
    await fixture.organizer.client.act('CreatePromoCode', { code: `${number}-${mark}`, percentOff: 10 });
  }
  const { page, leave } = await visit(fixture.browser);
  await page.goto(fixture.url('/'));
  await signIn(page, fixture.organizer.nickname, fixture.organizer.password);
  await page.goto(fixture.url('/organizer/promo-codes'));
  await page.getByRole('button', { name: 'Show more' }).click();
  const code = (number: number) =>
    page.locator('tbody code', { hasText: new RegExp(`^${number}-${mark}$`, 'i') });
  await code(10).waitFor();
  await page.getByRole('button', { name: 'New code' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Code').fill(`35-${mark}`);
  await dialog.getByLabel('Percent').fill('10');
  await dialog.getByRole('button', { name: 'Make the code' }).click();
  await code(35).waitFor();
  await page.getByRole('button', { name: 'Show more' }).click();
  await code(10).waitFor();
  const shown = await page.locator('tbody code').allTextContents();
  expect(shown.map((text) => Number(text.slice(0, 2)))).toEqual(
    Array.from({ length: 26 }, (_, at) => 35 - at),
  );
  await leave();
}, 120_000);
