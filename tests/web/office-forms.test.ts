import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';
import { putOnSale, type Show } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { loseNextAnswer, signIn } from '../support/web-steps.ts';

let fixture: WebFixture;
let show: Show;
beforeAll(async () => {
  fixture = await openWebFixture('forms');
  show = await putOnSale(fixture.organizer.client);
}, 240_000);
afterAll(() => fixture?.close());

async function open(page: Page, path: string): Promise<void> {
  await page.goto(fixture.url('/'));
  await signIn(page, fixture.organizer.nickname, fixture.organizer.password);
  await page.goto(fixture.url(path));
}

/** A draft in the show's hall, with a price for every zone. */
async function draft({ hallId, plan }: Show): Promise<string> {
  const { event } = await fixture.organizer.client.act<{ event: { id: string } }>('CreateEvent', {
    title: 'Three Sisters',
    hallId,
    startsAt: '2035-04-01T18:30:00.000Z',
    endsAt: '2035-04-01T21:00:00.000Z',
    prices: plan.priceZones.map(({ id }) => ({
      priceZoneId: id,
      price: { amount: '25.00', currencyCode: 'EUR' },
    })),
  });
  return event.id;
}

/** Answers an operation of this name itself, as long as it is not told to let it through. */
async function answerInstead(context: BrowserContext, name: string, answer: object): Promise<void> {
  await context.route('**/graphql', (route) =>
    route.request().postData()?.includes(` ${name}(`)
      ? route.fulfill({ contentType: 'application/json', body: JSON.stringify(answer) })
      : route.fallback(),
  );
}

it('what is typed while an artist is introduced stays, and the name that found no answer as well', async () => {
  const { page, context, leave } = await visit(fixture.browser);
  await open(page, '/organizer/events/new');
  const field = page.getByRole('combobox', { name: 'Artists' });
  const name = `Nina ${process.pid}`;
  await loseNextAnswer(context, 'IntroduceArtist');
  await field.fill(name);
  await page.getByRole('option', { name: 'as a new artist', exact: false }).click();
  await page.getByText('The server does not answer', { exact: false }).waitFor();
  expect(await field.inputValue()).toBe(name);

  const { promise, resolve } = Promise.withResolvers<void>();
  await context.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('mutation IntroduceArtist')) await promise;
    await route.fallback();
  });
  await field.press('ArrowDown');
  await field.press('Enter');
  await page.getByLabel('Title').fill('The Seagull');
  resolve();
  await page.getByRole('button', { name: `Remove ${name}` }).waitFor();
  expect(await page.getByLabel('Title').inputValue()).toBe('The Seagull');
  await leave();
}, 120_000);

it('a draft gives a price up, and is saved though a type that went had no price', async () => {
  const { page, leave } = await visit(fixture.browser);
  await open(page, `/organizer/events/${await draft(show)}/prices`);
  const cells = page.getByLabel(/^Price in /);
  await cells.first().waitFor();
  const label = await cells.first().getAttribute('aria-label');
  await page.getByRole('button', { name: 'Add a ticket type' }).click();
  await page
    .getByLabel(/^Price in .*, Reduced$/)
    .first()
    .fill('half');
  await page.getByText('Enter a price like 25.00.').waitFor();
  await page.getByRole('button', { name: 'Remove Reduced' }).click();
  await page.getByText('Nothing is changed yet.').waitFor();
  await cells.first().fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The prices are changed.').waitFor();
  await page.reload();
  await page.getByLabel(label ?? '', { exact: true }).waitFor();
  expect(await page.getByLabel(label ?? '', { exact: true }).inputValue()).toBe('');
  await leave();
}, 120_000);

it('a search keeps the focus, and follows the way back', async () => {
  const { page, leave } = await visit(fixture.browser);
  await open(page, '/organizer');
  for (const path of ['/organizer/events', '/organizer/orders']) {
    await page.goto(fixture.url(path));
    const field = page.getByRole('searchbox');
    await field.fill('nobody has this');
    await field.press('Enter');
    await page.waitForURL('**q=nobody*');
    expect(await page.evaluate('document.activeElement.type')).toBe('search');
    await page.goBack();
    await page.waitForFunction(`document.querySelector('input[type=search]').value === ''`);
  }
  await leave();
}, 120_000);

it('what an event has at stake is counted before it is cancelled, or said not to be', async () => {
  const { page, context, leave } = await visit(fixture.browser);
  await open(page, `/organizer/events/${show.eventId}/cancel`);
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.getByText('Nothing was sold as of a moment ago.', { exact: false }).waitFor();
  await context.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('query EventAtStake')) return route.fallback();
    await promise;
    const errors = [{ message: 'away', extensions: { code: 'SERVICE_UNAVAILABLE' } }];
    const body = JSON.stringify({
      data: { event: { __typename: 'Event', id: show.eventId, statistics: null } },
      errors,
    });
    await route.fulfill({ contentType: 'application/json', body });
  });
  await page.reload();
  await page.getByText('Counting what is sold…').waitFor();
  await page.getByLabel('Why, as buyers are told').fill('The roof leaks.');
  await page.getByRole('button', { name: 'Cancel the event…' }).click();
  expect(await page.getByRole('dialog').count()).toBe(0);
  resolve();
  await page.getByRole('dialog').getByText('Not counted', { exact: true }).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Go back' }).click();
  await leave();
}, 120_000);

it('an administrator is told what was refused, and what was done though something beside it failed', async () => {
  const { page, context, leave } = await visit(fixture.browser);
  await page.goto(fixture.url('/'));
  await signIn(page, adminEmail, adminPassword);
  await page.goto(fixture.url(`/admin/users?q=${fixture.organizer.nickname}`));
  const change = page.getByRole('button', { name: `Change ${fixture.organizer.nickname}` });
  const forbidden = [{ message: 'no', extensions: { code: 'FORBIDDEN' } }];
  await answerInstead(context, 'AssignRole', { data: { assignRole: null }, errors: forbidden });
  await change.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Role').selectOption('Administrator');
  await dialog.getByRole('button', { name: 'Change the role' }).click();
  await dialog.getByText('Your account may not do this.').waitFor();
  const user = { __typename: 'User', id: fixture.organizer.id, role: 'ORGANIZER' };
  const done = { __typename: 'AssignRolePayload', user, userErrors: [] };
  await answerInstead(context, 'AssignRole', { data: { assignRole: done }, errors: forbidden });
  await dialog.getByRole('button', { name: 'Change the role' }).click();
  await page.getByText('The role is changed.').waitFor();
  await leave();
}, 120_000);
