import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { putOnSale } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { chooseFromList, signUp } from '../support/web-steps.ts';

/** What the server answers instead: the first of these to the first try, and so on; after them its own. */
type Stand = () => Promise<{ status?: number; json: object }> | { status?: number; json: object };

/** Stands in for the server where a window holds places. Answers the idempotency keys of all tries. */
async function standIn(context: BrowserContext, stands: readonly Stand[]): Promise<readonly string[]> {
  const keys: string[] = [];
  await context.route('**/graphql', async (route) => {
    const body = route.request().postData() ?? '';
    if (!body.includes('mutation HoldPlaces')) return route.fallback();
    keys.push(JSON.parse(body).variables.input.idempotencyKey);
    const stand = stands[keys.length - 1];
    if (stand) await route.fulfill(await stand());
    else await route.fallback();
  });
  return keys;
}

const tryAgain: Stand = () => ({
  json: {
    data: {
      createBooking: {
        __typename: 'CreateBookingPayload',
        booking: null,
        userErrors: [{ __typename: 'CreateBookingError', code: 'TRY_AGAIN', field: null, retryAfterMs: 1 }],
      },
    },
  },
});

const rateLimited: Stand = () => ({
  status: 429,
  json: { errors: [{ message: 'no', extensions: { code: 'RATE_LIMITED', retryAfterMs: 40_000 } }] },
});

describe('a rush', () => {
  let fixture: WebFixture;
  let address: string;
  beforeAll(async () => {
    fixture = await openWebFixture('rush');
    const { eventId } = await putOnSale(fixture.organizer.client);
    address = fixture.url(`/events/${eventId}`);
  }, 240_000);
  afterAll(() => fixture?.close());

  it('is waited for with the same request, and the buyer is told', async () => {
    const { page, context, leave } = await visit(fixture.browser);
    await page.goto(address);
    await chooseFromList(page, 1);
    let goOn = () => {};
    const told = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const thirdTry: Stand = async () => {
      await told;
      return tryAgain();
    };
    const keys = await standIn(context, [tryAgain, tryAgain, thirdTry]);
    await page.getByRole('button', { name: 'Hold 1 place' }).click();
    await signUp(page);
    await page.getByRole('status').getByText('Many people are buying right now; trying again…').waitFor();
    goOn();
    await page.waitForURL(/\/bookings\//);
    expect([keys.length, new Set(keys).size]).toEqual([4, 1]);
    await leave();
  });

  it('says when, to who asks too often, and goes on when asked again', async () => {
    const { page, context } = await visit(fixture.browser);
    await page.goto(address);
    await chooseFromList(page, 1);
    const keys = await standIn(context, [rateLimited]);
    await page.getByRole('button', { name: 'Hold 1 place' }).click();
    await signUp(page);
    await page.getByText('Too many tries. Try again in 40 seconds.').waitFor();
    await page.getByRole('button', { name: 'Hold 1 place' }).click();
    await page.waitForURL(/\/bookings\//);
    expect(new Set(keys).size).toBe(1);
    // The browser itself complains of an answer with status 429.
    await context.close();
  });
});
