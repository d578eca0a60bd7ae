import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BrowserContext } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { type Door, openDoor, openedDoor, typeCode } from '../support/door-steps.ts';
import { eventually } from '../support/eventually.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { signIn } from '../support/web-steps.ts';

let fixture: WebFixture;
let door: Door;
beforeAll(async () => {
  fixture = await openWebFixture('rushing');
  door = await openedDoor(fixture, 5);
}, 240_000);
afterAll(() => fixture?.close());

/** Keeps the answers of scans until it is called. */
async function holdAnswers(context: BrowserContext): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await context.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('mutation CheckInTicket')) await promise;
    await route.fallback();
  });
  return resolve;
}

it('a scanner that types is faster than the server, and no code is lost', async () => {
  const [first = '', second = ''] = door.codes;
  const { page, context, leave } = await visit(fixture.browser);
  await page.goto(new URL('/', door.address).href);
  await signIn(page, fixture.organizer.nickname, fixture.organizer.password);
  await openDoor(page, door);
  const answer = await holdAnswers(context);
  await typeCode(page, first);
  expect(await page.getByLabel('Code of the ticket').inputValue()).toBe('');
  await typeCode(page, second);
  answer();
  await eventually('both at the server', async () => (await door.isIn(first)) && (await door.isIn(second)));
  await leave();
}, 120_000);

it('a camera takes the code that came while another was judged', async () => {
  const [, , third = '', fourth = ''] = door.codes;
  const { page, context, leave } = await visit(fixture.browser, { viewport: { width: 390, height: 844 } });
  // A camera of an empty picture, and a reader that sees what the test says.
  await context.addInitScript(`
    globalThis.BarcodeDetector = class {
      static async getSupportedFormats() { return ['qr_code']; }
      async detect() { return globalThis.shown ? [{ rawValue: globalThis.shown }] : []; }
    };
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = document.createElement('canvas');
      const picture = canvas.getContext('2d');
      setInterval(() => picture.fillRect(0, 0, 1 + Math.random() * 100, 100), 50);
      return canvas.captureStream();
    };`);
  await page.goto(new URL('/', door.address).href);
  await signIn(page, fixture.organizer.nickname, fixture.organizer.password);
  await openDoor(page, door);
  const answer = await holdAnswers(context);
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  const asked = page.waitForRequest((request) => request.postData()?.includes(third) === true);
  await page.evaluate(`globalThis.shown = ${JSON.stringify(third)}`);
  await asked;
  const seen = page.evaluate(`new Promise((resolve) => {
    const { detect } = BarcodeDetector.prototype;
    let count = 0;
    BarcodeDetector.prototype.detect = function () {
      count += 1;
      if (count === 3) resolve();
      return detect.call(this);
    };
    globalThis.shown = ${JSON.stringify(fourth)};
  })`);
  // The reader has seen it, and nobody could see to it.
  await seen;
  answer();
  await eventually('both at the server', async () => (await door.isIn(third)) && (await door.isIn(fourth)));
  await leave();
}, 120_000);

it('a door whose clock is wrong keeps the time of the server', async () => {
  const [, , , , fifth = ''] = door.codes;
  const { page, context } = await visit(fixture.browser);
  await context.addInitScript(`
    const hours = 3 * 3_600_000;
    globalThis.Date = class extends Date {
      constructor(...parts) { super(...(parts.length === 0 ? [Date.now()] : parts)); }
      static now() { return super.now() + hours; }
    };`);
  await page.goto(new URL('/', door.address).href);
  await signIn(page, fixture.organizer.nickname, fixture.organizer.password);
  await openDoor(page, door);
  await context.setOffline(true);
  const before = Date.now();
  await typeCode(page, fifth);
  await page.getByText('1 scan to be sent').waitFor();
  const kept = await page.evaluate(`localStorage.getItem('parterre:scans:${door.eventId}')`);
  const [{ scannedAt }] = JSON.parse(String(kept)).waiting;
  expect(Math.abs(Date.parse(scannedAt) - before)).toBeLessThan(3_600_000);
  await context.close();
}, 120_000);
