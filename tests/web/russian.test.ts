import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { faultsOf } from '../support/axe.ts';
import { openBrowser, visit } from '../support/browser.ts';
import { type EveryPage, everyPage, openWhole } from '../support/every-page.ts';
import { type SharedServer, shareServer } from '../support/shared-server.ts';

/** What people have named, and what is a name in every language. */
const names = new RegExp(
  [
    ...[
      'The Seagull russian',
      'Three Sisters',
      'Behind the Scenes',
      'The Company',
      'Old Theatre',
      'Great Hall',
    ],
    ...['Linke Wienzeile', 'Vienna', 'Europe', 'Sample chart', 'Main', 'Standard', 'Cat\\d', 'GA\\d'],
    ...['russian-[0-9a-f]+(@example\\.org)?', '[0-9a-f-]{8,}', 'Parterre', 'English', 'pretix', 'seats\\.io'],
    ...['RU', 'CSV', 'QR', 'PDF', 'UTC', 'GMT', 'iCalendar', 'RFC', 'Enter', 'Escape'],
  ].join('|'),
  'g',
);

let server: SharedServer;
let browser: Browser;
let every: EveryPage;
let at: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([shareServer(), openBrowser()]);
  every = await everyPage(server.client, 'russian');
  at = `http://localhost:${server.port}`;
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.leave();
});

describe('in Russian, with forced colours', () => {
  // Notifications are in the language that somebody chose for mails.
  it('no page has an English word, a fault of axe or a complaint', async () => {
    const { page, leave } = await visit(browser, { locale: 'ru-RU', forcedColors: 'active' });
    const found: string[] = [];
    await signInRussian(page);
    for (const path of every.paths.filter((each) => each !== '/account/notifications')) {
      await openWhole(page, `${at}${path}`);
      found.push(...(await latinWordsOf(page)).map((words) => `${path}: ${words}`));
      if (Object.values(every.onTheWay).includes(path)) {
        found.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`));
      }
    }
    expect(found).toEqual([]);
    await leave();
  }, 240_000);
});

it.each([
  ['ru-RU', 'ru', /1 марта 2035/],
  ['en-GB', 'en', /March 1, 2035|1 March 2035/],
] as const)('in %s dates are in the language of the page', async (locale, language, date) => {
  const { page, leave } = await visit(browser, { locale });
  await openWhole(page, `${at}${every.onTheWay.event}`);
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  expect(await page.getByRole('main').textContent()).toMatch(date);
  await leave();
});

async function signInRussian(page: Page): Promise<void> {
  await page.goto(at);
  await page.getByRole('banner').getByRole('button', { name: 'Войти' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(every.person.nickname);
  await dialog.getByLabel('Пароль').fill(every.person.password);
  await dialog.getByRole('button', { name: 'Войти', exact: true }).click();
  await page.getByRole('button', { name: every.person.nickname }).waitFor();
}

/** Texts, names of controls and placeholders; what says that it is in another language, and codes, are left out. */
const textsOf = `(() => {
  const isMeant = (element) => !element.closest('[lang=en], code, script, style');
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (isMeant(walker.currentNode.parentElement)) texts.push(walker.currentNode.data);
  for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
    for (const element of document.querySelectorAll('[' + name + ']'))
      if (isMeant(element)) texts.push(element.getAttribute(name));
  return texts;
})()`;

async function latinWordsOf(page: Page): Promise<string[]> {
  const texts = await page.evaluate<string[]>(textsOf);
  return texts.filter((text) => /[A-Za-z]{2,}/.test(text.replaceAll(names, '')));
}
