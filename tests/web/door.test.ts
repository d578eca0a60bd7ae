import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BrowserContext } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { type Door, openDoor, openedDoor, scan } from '../support/door-steps.ts';
import { eventually } from '../support/eventually.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { isKeptForOffline, signIn } from '../support/web-steps.ts';

let fixture: WebFixture;
let door: Door;
beforeAll(async () => {
  fixture = await openWebFixture('door');
  door = await openedDoor(fixture, 4);
}, 240_000);
afterAll(() => fixture?.close());

it('the door goes on without a network, and sends what it kept', async () => {
  const [first = '', second = ''] = door.codes;
  const { page, context, complaints } = await visit(fixture.browser);
  await page.goto(new URL('/', door.address).href);
  await signIn(page, fixture.organizer.nickname, fixture.organizer.password);
  await openDoor(page, door);

  await context.setOffline(true);
  await page.getByText('No network: scans go on').waitFor();
  const place = await scan(page, first, 'Let in');
  expect(place).toMatch(/row A, seat \d/);
  await page.getByText('Genuine by its signature.', { exact: false }).waitFor();
  await page.getByText('1 scan to be sent').waitFor();
  await scan(page, first, 'Do not let in');
  await page.getByText('Somebody was let in with this ticket before.').waitFor();
  expect(await door.isIn(first)).toBe(false);
  await page.close();
  await context.setOffline(false);

  // The window was closed before the network came back: the scan waits for the next one.
  const again = await context.newPage();
  await openDoor(again, door);
  await eventually('the scan at the server', () => door.isIn(first));
  await again.getByText('scan to be sent').waitFor({ state: 'detached' });
  await scan(again, first, 'Do not let in');

  // Meanwhile somebody else is let in with the second ticket, at another door.
  await context.setOffline(true);
  await scan(again, second, 'Let in');
  await fixture.organizer.client.act('CheckInTicket', { code: second });
  await context.setOffline(false);
  const told = again.getByRole('alert').filter({ hasText: 'without a network' });
  await told.getByText('Somebody was let in with this ticket before.', { exact: false }).waitFor();
  await told.getByRole('button', { name: 'Seen to' }).click();
  await told.waitFor({ state: 'detached' });
  await close(context, complaints);
}, 240_000);

it('the door opens anew without a network, knows its tickets, and leaves with who signs out', async () => {
  const [, , third = '', fourth = ''] = door.codes;
  const { page, context } = await visit(fixture.browser);
  await page.goto(new URL('/', door.address).href);
  await signIn(page, fixture.organizer.nickname, fixture.organizer.password);
  await openDoor(page, door);
  await scan(page, third, 'Let in');
  await isKeptForOffline(page);

  await context.setOffline(true);
  await page.reload();
  await page.getByText('No network: scans go on').waitFor();
  // Let in before the reload, while the server was heard.
  await scan(page, third, 'Do not let in');
  await page.getByText('Somebody was let in with this ticket before.').waitFor();
  expect(await scan(page, fourth, 'Let in')).toMatch(/row A, seat \d/);
  await page.getByRole('button', { name: 'Scan with the camera' }).waitFor();

  await context.setOffline(false);
  await eventually('the scan at the server', () => door.isIn(fourth));
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page
    .getByRole('menuitem', { name: 'Sign out' })
    .or(page.getByRole('button', { name: 'Sign out' }))
    .click();
  await page.getByRole('heading', { name: 'Events', level: 1 }).waitFor();
  const kept = () => page.evaluate<string[]>('Object.keys(localStorage)');
  await eventually('nothing of the door', async () => !(await kept()).some((key) => /door/.test(key)));
  await context.close();
}, 240_000);

/** The browser itself complains of each request without a network. */
async function close(context: BrowserContext, complaints: readonly string[]): Promise<void> {
  await context.close();
  expect(complaints.filter((complaint) => !complaint.includes('net::ERR_INTERNET_DISCONNECTED'))).toEqual([]);
}
