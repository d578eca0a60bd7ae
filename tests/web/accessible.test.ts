import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { contrastFaultsOf, faultsOf } from '../support/axe.ts';
import { openBrowser, visit } from '../support/browser.ts';
import { type EveryPage, everyPage, openWhole } from '../support/every-page.ts';
import { logIn, registerOrganizer } from '../support/people.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';
import { type SharedServer, shareServer } from '../support/shared-server.ts';
import { putOnSale } from '../support/shows.ts';
import { chooseFromList, signIn, signUp } from '../support/web-steps.ts';

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
});

describe('every page, in light and dark', () => {
  let server: SharedServer;
  let browser: Browser;
  let every: EveryPage;
  beforeAll(async () => {
    [server, browser] = await Promise.all([shareServer(), openBrowser()]);
    every = await everyPage(server.client, 'accessible');
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await server?.leave();
  });

  async function faultsOfAll(login: string, password: string, paths: readonly string[]): Promise<string[]> {
    const { page, leave } = await visit(browser, { colorScheme: 'light' });
    const found: string[] = [];
    const at = `http://localhost:${server.port}`;
    await page.goto(at);
    await signIn(page, login, password);
    for (const path of paths) {
      await openWhole(page, `${at}${path}`);
      if (path !== '/no-such-page' && (await page.getByText('There is no such page').isVisible()))
        found.push(`${path}: no such page`);
      found.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`));
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(...(await contrastFaultsOf(page)).map((fault) => `${path} in dark: ${fault}`));
      await page.emulateMedia({ colorScheme: 'light' });
    }
    await leave();
    return found;
  }

  it('of shop, account and office holds WCAG 2.2 AA', async () => {
    const { person, paths } = every;
    expect(await faultsOfAll(person.nickname, person.password, paths)).toEqual([]);
  }, 240_000);

  it('of administrators holds WCAG 2.2 AA', async () => {
    expect(await faultsOfAll(adminEmail, adminPassword, every.adminPaths)).toEqual([]);
  }, 240_000);
});
