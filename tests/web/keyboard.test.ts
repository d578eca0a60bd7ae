import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { putOnSale } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';

let fixture: WebFixture;
beforeAll(async () => {
  fixture = await openWebFixture('keyboard');
}, 240_000);
afterAll(() => fixture?.close());

/** Presses that it may take from the page of an event to a ticket; letters of names and passwords are not counted. */
const MOST_PRESSES = 60;

it('buys without a pointer', async () => {
  const { eventId } = await putOnSale(fixture.organizer.client);
  const { page, leave } = await visit(fixture.browser);
  await page.goto(fixture.url(`/events/${eventId}`));
  await page.getByText('Live', { exact: true }).waitFor();
  const keys = new Keys(page);

  // The map is one stop: an arrow moves to a seat, Enter chooses it.
  await keys.tabTo(page.getByRole('application'));
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await page.getByText('1 place', { exact: true }).first().waitFor();
  await keys.tabTo(page.getByRole('button', { name: 'Hold 1 place' }));
  await keys.press('Enter');

  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await keys.tabTo(dialog.getByRole('button', { name: 'Create an account' }));
  await keys.press('Enter');
  await dialog.getByLabel('E-mail address').waitFor();
  const nickname = `keys-${process.pid}`;
  await keys.tabTo(dialog.getByLabel('Nickname'));
  await page.keyboard.type(nickname);
  await keys.tabTo(dialog.getByLabel('E-mail address'));
  await page.keyboard.type(`${nickname}@example.org`);
  await keys.tabTo(dialog.getByLabel('Password'));
  await page.keyboard.type('correct horse battery');
  await keys.press('Enter');

  const pay = page.getByRole('button', { name: /and pay$/ });
  await pay.waitFor();
  await keys.tabTo(pay);
  await keys.press('Enter');
  const ticket = page.getByRole('link', { name: 'Show the ticket' });
  await ticket.waitFor();
  await keys.tabTo(ticket);
  await keys.press('Enter');
  await page.getByRole('img', { name: 'The code of this ticket' }).waitFor();
  expect(keys.count).toBeLessThanOrEqual(MOST_PRESSES);
  await leave();
}, 180_000);

/** A keyboard that counts. */
class Keys {
  count = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string): Promise<void> {
    this.count += 1;
    await this.#page.keyboard.press(key);
  }

  /** Tab, as often as it takes; fails where there is no way by Tab. */
  async tabTo(target: Locator): Promise<void> {
    for (let pressed = 0; pressed < MOST_PRESSES; pressed += 1) {
      if (await isFocused(target)) return;
      await this.press('Tab');
    }
    throw new Error(`expected Tab to lead to ${target}`);
  }
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element: unknown) => {
    const { ownerDocument } = element as { ownerDocument: { activeElement: unknown } };
    return element === ownerDocument.activeElement;
  });
}
