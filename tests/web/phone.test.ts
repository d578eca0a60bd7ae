import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, visit } from '../support/browser.ts';
import { type EveryPage, everyPage, openWhole } from '../support/every-page.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';
import { type SharedServer, shareServer } from '../support/shared-server.ts';
import { signIn } from '../support/web-steps.ts';

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;

let server: SharedServer;
let browser: Browser;
let every: EveryPage;
beforeAll(async () => {
  [server, browser] = await Promise.all([shareServer(), openBrowser()]);
  every = await everyPage(server.client, 'phone');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.leave();
});

/** In the page: how much wider it is than the window, and which targets a finger can hardly hit. */
const faults = `(() => {
  const LEAST = 24;
  const room = document.documentElement;
  const tooWide = Math.max(room.scrollWidth, document.body.scrollWidth) - ${phone.viewport.width};
  const chooses = 'a[href], button, input, select, textarea, summary, [role=button], [role=option], [role=application]';
  const isCut = (element) =>
    element.parentElement !== null &&
    (getComputedStyle(element.parentElement).overflowX !== 'visible' || isCut(element.parentElement));
  const beyond = () =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > ${phone.viewport.width} && !isCut(element))
      .map((element) => element.outerHTML.slice(0, 80))
      .slice(0, 3);
  // A link within a sentence is as high as its line (WCAG 2.5.8, inline).
  const isInSentence = (target) =>
    target.matches('a') && getComputedStyle(target).display === 'inline' &&
    target.parentElement.textContent.trim() !== target.textContent.trim();
  const boxOf = (target) => {
    const boxes = [target, ...(target.labels ?? [])].map((each) => each.getBoundingClientRect());
    const [left, top] = ['left', 'top'].map((side) => Math.min(...boxes.map((box) => box[side])));
    const [right, bottom] = ['right', 'bottom'].map((side) => Math.max(...boxes.map((box) => box[side])));
    return { width: right - left, height: bottom - top };
  };
  const isHidden = (target) =>
    !target.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
    getComputedStyle(target).clipPath !== 'none';
  const small = [...document.querySelectorAll(chooses)].flatMap((target) => {
    if (target.disabled || isHidden(target) || isInSentence(target)) return [];
    const { width, height } = boxOf(target);
    if (Math.round(width) >= LEAST && Math.round(height) >= LEAST) return [];
    return [Math.round(width) + ' × ' + Math.round(height) + ': ' + target.outerHTML.slice(0, 120)];
  });
  return [...(tooWide > 0 ? [tooWide + ' px wider than the window: ' + beyond()] : []), ...small];
})()`;

async function faultsOfAll(login: string, password: string, paths: readonly string[]): Promise<string[]> {
  const { page, leave } = await visit(browser, phone);
  const at = `http://localhost:${server.port}`;
  const found: string[] = [];
  await page.goto(at);
  await signIn(page, login, password);
  for (const path of paths) {
    await openWhole(page, `${at}${path}`);
    found.push(...(await page.evaluate<string[]>(faults)).map((fault) => `${path}: ${fault}`));
  }
  await leave();
  return found;
}

it('every page fits a phone, and each of its targets a finger', async () => {
  const { person, paths } = every;
  expect(await faultsOfAll(person.nickname, person.password, paths)).toEqual([]);
}, 240_000);

it('so do the pages of administrators', async () => {
  expect(await faultsOfAll(adminEmail, adminPassword, every.adminPaths)).toEqual([]);
}, 240_000);
