import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { visit } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { putOnSale } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { chooseByName, chooseFromList, chosenName, signOut, signUp } from '../support/web-steps.ts';

describe('a newcomer in a browser', () => {
  let fixture: WebFixture;
  let address: string;
  beforeAll(async () => {
    fixture = await openWebFixture('newcomers');
    const { eventId } = await putOnSale(fixture.organizer.client);
    address = fixture.url(`/events/${eventId}`);
  }, 240_000);
  afterAll(() => fixture?.close());

  it('buys with an empty wallet, from the list to a code to show at the door', async () => {
    const { page, leave } = await visit(fixture.browser);
    await page.goto(new URL('/', address).href);
    await page.getByRole('article').first().waitFor();
    await page.goto(address);
    await chooseFromList(page, 2);
    await page.getByRole('button', { name: 'Hold 2 places' }).click();
    await signUp(page);
    await page.getByRole('button', { name: /^Top up .* and pay$/ }).click();
    await page.getByText('Paid. Your tickets are below').waitFor();
    await page.getByRole('link', { name: 'Show the ticket' }).first().click();
    await page.getByRole('img', { name: 'The code of this ticket' }).waitFor();
    await leave();
  });

  it('finds what was chosen and what is held wherever the way led meanwhile', async () => {
    const visitor = await visit(fixture.browser);
    const { page, context } = visitor;
    await page.goto(address);
    await chooseFromList(page, 1);
    await page.reload();
    await page.getByRole('button', { name: 'Hold 1 place' }).click();
    await signUp(page);
    await page.waitForURL(/\/bookings\//);
    const booking = page.url();

    await page.reload();
    await page.getByText('Held for you').waitFor();
    const second = await context.newPage();
    await second.goto(new URL('/account/wallet', address).href);
    await second.getByText('1 place held').waitFor();
    await second.getByRole('link', { name: 'Pay' }).click();
    await second.waitForURL(booking);
    await second.getByRole('button', { name: /and pay$/ }).click();
    await second.getByText('Paid. Your tickets are below').waitFor();
    // The first window hears of it.
    await page.getByRole('link', { name: 'Show the ticket' }).waitFor();
    await visitor.leave();
  });

  it('is told why nothing can be paid while the wallet cannot be read, and pays when it can', async () => {
    const { page, context, leave } = await visit(fixture.browser);
    await page.goto(address);
    await chooseFromList(page, 1);
    await context.route('**/graphql', async (route) => {
      const isOfWallet = route.request().postData()?.includes('query MyWallet') ?? false;
      if (isOfWallet)
        await route.fulfill({ json: { data: null, errors: [{ message: 'payments is down' }] } });
      else await route.fallback();
    });
    await page.getByRole('button', { name: 'Hold 1 place' }).click();
    await signUp(page);
    await page.getByText('Your wallet cannot be read just now', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: /^(Top up|Pay)/ }).count()).toBe(0);
    // Dates are those of the browser's region, the day before the month.
    await page.getByText(/^\w{3},? \d{1,2} \w+ \d{4}/).waitFor();
    await context.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: /^Top up .* and pay$/ }).click();
    await page.getByText('Paid. Your tickets are below').waitFor();
    await leave();
  });

  it('is told in full which place somebody else was faster for', async () => {
    const [slow, fast] = [await visit(fixture.browser), await visit(fixture.browser)];
    await slow.page.goto(address);
    await chooseFromList(slow.page, 1);
    const name = await chosenName(slow.page);
    await fast.page.goto(address);
    await chooseByName(fast.page, name);
    await fast.page.getByRole('button', { name: 'Hold 1 place' }).click();
    await signUp(fast.page);
    await fast.page.waitForURL(/\/bookings\//);
    await slow.page.getByText(`${name} was just taken`, { exact: false }).first().waitFor();
    await slow.page.getByText('Nothing chosen yet').waitFor();
    await slow.leave();
    await fast.leave();
  });

  it('signs out in all windows, and no script ever saw what renews the session', async () => {
    const visitor = await visit(fixture.browser);
    const { page, context } = visitor;
    await page.goto(address);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await signUp(page);
    const second = await context.newPage();
    await second.goto(address);
    await second.getByRole('button', { name: /^Account of/ }).waitFor();
    const readable = await page.evaluate<string>(
      'JSON.stringify([document.cookie, localStorage, sessionStorage])',
    );
    const kept = (await context.cookies()).find(({ httpOnly }) => httpOnly);
    expect(kept).toMatchObject({ sameSite: 'Strict', path: '/graphql/session' });
    expect(readable).not.toContain(kept?.value);
    expect(readable).not.toMatch(/eyJ/);
    // A question that is on its way when the session ends would be answered with 401.
    await Promise.all([page, second].map((window) => window.waitForLoadState('networkidle')));
    await signOut(page);
    await second.getByRole('button', { name: 'Sign in' }).waitFor();
    await visitor.leave();
  });

  it('signs out though the server does not hear of it, and tells it from the next page', async () => {
    const { page, context, leave } = await visit(fixture.browser);
    await page.goto(address);
    await page.getByRole('button', { name: 'Sign in' }).click();
    // Nothing of signing up may be on its way: the next request is the one that is to be lost.
    await Promise.all([page.waitForResponse('**/graphql/session'), signUp(page)]);
    await page.waitForLoadState('networkidle');
    await context.route('**/graphql/session', () => new Promise<void>(() => undefined), { times: 1 });
    await signOut(page);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await eventually('no cookie', async () => !(await context.cookies()).some(({ httpOnly }) => httpOnly));
    await leave();
  });
});
