import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, visit } from '../support/browser.ts';
import { logIn, registerOrganizer } from '../support/people.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';
import { type SharedServer, shareServer } from '../support/shared-server.ts';
import { putOnSale } from '../support/shows.ts';
import { chooseFromList, signUp } from '../support/web-steps.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds against WCAG 2.2 AA, one line each. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

describe.each(['light', 'dark'] as const)('pages in %s', (colorScheme) => {
  let server: SharedServer;
  let browser: Browser;
  let eventId: string;
  beforeAll(async () => {
    [server, browser] = await Promise.all([shareServer(), openBrowser()]);
    const admin = await logIn(server.client, adminEmail, adminPassword);
    const organizer = await registerOrganizer(server.client, admin, `accessible-${colorScheme}`);
    ({ eventId } = await putOnSale(organizer.client));
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await server?.leave();
  });

  it('of the shop hold WCAG 2.2 AA', async () => {
    const { page, leave } = await visit(browser, { colorScheme });
    const url = (path: string) => `http://localhost:${server.port}${path}`;
    await page.goto(url('/'));
    await page.getByRole('article').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(url(`/events/${eventId}`));
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await chooseFromList(page, 2);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hold 2 places' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await signUp(page);
    await page.getByRole('button', { name: /and pay$/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: /and pay$/ }).click();
    await page.getByRole('link', { name: 'Show the ticket' }).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Show the ticket' }).first().click();
    await page.getByRole('img', { name: 'The code of this ticket' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await leave();
  }, 240_000);

  it('of administrators hold WCAG 2.2 AA', async () => {
    const { page, leave } = await visit(browser, { colorScheme });
    await page.goto(`http://localhost:${server.port}/admin/users`);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Nickname or mail address').fill(adminEmail);
    await page.getByLabel('Password').fill(adminPassword);
    await page.getByRole('dialog').getByRole('button', { name: 'Sign in', exact: true }).click();
    for (const [tab, heading] of [
      ['Users', 'Users'],
      ['Dead letters', 'Dead letters'],
      ['Health', 'Health'],
    ] as const) {
      await page.getByRole('link', { name: tab, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    }
    await leave();
  }, 240_000);
});
