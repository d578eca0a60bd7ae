import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { contrastFaultsOf, faultsOf } from '../support/axe.ts';
import { visit } from '../support/browser.ts';
import { type EveryPage, everyPage, openWhole } from '../support/every-page.ts';
import { latinWordsOf } from '../support/latin-words.ts';
import { asOnPhone, phone, phoneFaultsOf } from '../support/phone.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { signIn } from '../support/web-steps.ts';

const DESKTOP = { width: 1280, height: 900 };

// Half of what a sweep costs is opening the pages: each is opened once in a language, and looked at in every way there.
let fixture: WebFixture;
let every: EveryPage;
beforeAll(async () => {
  fixture = await openWebFixture('everyone');
  every = await everyPage(fixture.client, fixture.organizer, 'The Seagull for everyone');
}, 240_000);
afterAll(() => fixture?.close());

/** Opens each page and looks at it; what was found says where. */
async function sweep(
  page: Page,
  paths: readonly string[],
  look: (path: string) => Promise<readonly string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await openWhole(page, fixture.url(path));
    found.push(...(await look(path)).map((fault) => `${path} ${fault}`));
  }
  return found;
}

describe('every page, in light and dark, and on a phone', () => {
  async function expectNoFault(login: string, password: string, paths: readonly string[]): Promise<void> {
    const { page, leave } = await visit(fixture.browser, { colorScheme: 'light', viewport: DESKTOP });
    await page.goto(fixture.url('/'));
    await signIn(page, login, password);
    const found = await sweep(page, paths, async (path) => {
      const isMissing = await page.getByText('There is no such page').isVisible();
      const inLight = await faultsOf(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      const inDark = await contrastFaultsOf(page);
      await page.emulateMedia({ colorScheme: 'light' });
      const onPhone = await asOnPhone(page, () => phoneFaultsOf(page));
      return [
        ...(isMissing && path !== '/no-such-page' ? ['is missing'] : []),
        ...inLight.map((fault) => `in light: ${fault}`),
        ...inDark.map((fault) => `in dark: ${fault}`),
        ...onPhone.map((fault) => `on a phone: ${fault}`),
      ];
    });
    expect(found).toEqual([]);
    await leave();
  }

  it('of shop, account and office holds WCAG 2.2 AA, and fits a phone and a finger', async () => {
    const { nickname, password } = fixture.organizer;
    await expectNoFault(nickname, password, every.paths);
  }, 480_000);

  it('of administrators holds WCAG 2.2 AA, and fits a phone and a finger', async () => {
    await expectNoFault(adminEmail, adminPassword, every.adminPaths);
  }, 240_000);
});

describe('in Russian, on a phone with forced colours', () => {
  it('no page has an English word, a fault of axe, what does not fit, or a complaint', async () => {
    const { page, leave } = await visit(fixture.browser, {
      ...phone,
      locale: 'ru-RU',
      forcedColors: 'active',
    });
    await signInRussian(page);
    const onTheWay = Object.values(every.onTheWay);
    const found = await sweep(page, every.paths, async (path) => {
      // Notifications are in the language that somebody chose for mails.
      const words =
        path === '/account/notifications' ? [] : await latinWordsOf(page, fixture.organizer.nickname);
      const onPhone = await phoneFaultsOf(page);
      return [
        ...words.map((text) => `has English words: ${text}`),
        ...onPhone.map((fault) => `on a phone: ${fault}`),
        ...(onTheWay.includes(path) ? await forcedFaultsOf(page) : []),
      ];
    });
    expect(found).toEqual([]);
    await leave();
  }, 480_000);

  async function forcedFaultsOf(page: Page): Promise<string[]> {
    await page.setViewportSize(DESKTOP);
    const found = await faultsOf(page);
    await page.setViewportSize(phone.viewport);
    return found.map((fault) => `in forced colours: ${fault}`);
  }
});

it.each([
  ['ru-RU', 'ru', /1 марта 2035/],
  ['en-GB', 'en', /March 1, 2035|1 March 2035/],
] as const)('in %s dates are in the language of the page', async (locale, language, date) => {
  const { page, leave } = await visit(fixture.browser, { locale });
  await openWhole(page, fixture.url(every.onTheWay.event));
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  expect(await page.getByRole('main').textContent()).toMatch(date);
  await leave();
});

async function signInRussian(page: Page): Promise<void> {
  const { nickname, password } = fixture.organizer;
  await page.goto(fixture.url('/'));
  await page.getByRole('banner').getByRole('button', { name: 'Войти' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(nickname);
  await dialog.getByLabel('Пароль').fill(password);
  await dialog.getByRole('button', { name: 'Войти', exact: true }).click();
  await page.getByRole('button', { name: nickname }).waitFor();
}
