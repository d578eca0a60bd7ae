import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { visit } from '../support/browser.ts';
import { putOnSale } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';

/** What a page asks for later than for itself, and does not get. */
describe('what comes later', () => {
  let fixture: WebFixture;
  beforeAll(async () => {
    fixture = await openWebFixture('later');
    await putOnSale(fixture.organizer.client);
    await putOnSale(fixture.organizer.client);
  }, 240_000);
  afterAll(() => fixture?.close());

  it('the rest of a list that did not come is asked for again, and takes nothing away', async () => {
    const { page, context } = await visit(fixture.browser);
    let isAway = true;
    let gate: PromiseWithResolvers<void> | undefined;
    await context.route('**/graphql', async (route) => {
      const body = route.request().postData() ?? '';
      if (!body.includes('query EventsOnSale')) return route.fallback();
      const { after } = JSON.parse(body).variables;
      if (after && isAway) return route.abort();
      await gate?.promise;
      // What the server has on one page comes as two.
      const response = await route.fetch({ postData: body.replace(`"after":"${after}"`, '"after":null') });
      const json = await response.json();
      const { events } = json.data;
      events.nodes = after ? events.nodes.slice(1) : events.nodes.slice(0, 1);
      Object.assign(events.pageInfo, { endCursor: after ? 'end' : 'first', hasNextPage: !after });
      return route.fulfill({ response, json });
    });
    await page.goto(fixture.url('/'));
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByRole('alert').getByText('The rest could not be loaded.', { exact: false }).waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    isAway = false;
    gate = Promise.withResolvers<void>();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor({ state: 'detached' });
    // Nor while it is asked for again.
    expect(await page.getByRole('article').count()).toBe(1);
    gate.resolve();
    await page.getByRole('article').nth(1).waitFor();
    // All of it is there when one comes back to it.
    await page.getByRole('article').nth(1).getByRole('link').first().click();
    await page.getByText('Live', { exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('article').nth(1).waitFor();
    await context.unrouteAll({ behavior: 'wait' });
    await context.close();
  });

  it('a page of a build that is no more gives way to the one that is', async () => {
    const { page, context } = await visit(fixture.browser);
    await page.goto(fixture.url('/'));
    await page.getByRole('article').first().waitFor();
    await page.evaluate('window.isOfBefore = true');
    // The server has another build by now: it names other scripts, and has none of the old ones.
    await context.route('**/assets/ticket-page-*.js', (route) => route.fulfill({ status: 404 }), {
      times: 1,
    });
    await context.route(
      (url) => url.pathname === '/',
      (route) =>
        route.request().resourceType() === 'document'
          ? route.fallback()
          : route.fulfill({ contentType: 'text/html', body: '<script src="/assets/newer.js"></script>' }),
    );
    await page.evaluate(`history.pushState(null, '', '/tickets/one')`);
    await page.getByRole('heading', { name: 'Sign in to see this ticket' }).waitFor();
    expect(await page.evaluate('window.isOfBefore')).toBeUndefined();
    expect(new URL(page.url()).pathname).toBe('/tickets/one');
    await context.close();
  });
});
