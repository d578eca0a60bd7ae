import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { type Actor, register, topUp } from '../support/people.ts';
import { putOnSale, seatMap } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { chooseFromList, signIn } from '../support/web-steps.ts';

interface Me {
  readonly me: {
    readonly loyalty: { readonly points: number } | null;
    readonly wallet: { readonly available: { readonly amount: string } };
  };
}

const promoCode = `TEN${randomUUID().slice(0, 8)}`.toUpperCase();
let fixture: WebFixture;
let address: string;
let buyer: Actor;
beforeAll(async () => {
  fixture = await openWebFixture('discounts');
  const { eventId } = await putOnSale(fixture.organizer.client, { price: '60.00' });
  await fixture.organizer.client.act('CreatePromoCode', {
    code: promoCode,
    percentOff: 10,
    eventIds: [eventId],
  });
  address = fixture.url(`/events/${eventId}`);
  buyer = await register(fixture.client, 'saver');
  await earnPoints(eventId);
}, 240_000);
afterAll(() => fixture?.close());

/** Two places for 120.00 earn 120 points. */
async function earnPoints(eventId: string): Promise<void> {
  await topUp(buyer, '500.00');
  const { seats } = await seatMap(fixture.client, eventId);
  await buyer.client.act('CreateBooking', {
    eventId,
    seatIds: [seats[0]?.seat.id, seats[1]?.seat.id],
    payNow: true,
    idempotencyKey: randomUUID(),
  });
  await eventually('the points', async () => (await me()).loyalty?.points === 120);
}

const me = async () => (await buyer.client.ask<Me>('Me')).me;

it('a promo code and points are quoted while choosing, and a refund says its amount before it is one', async () => {
  const { page, leave } = await visit(fixture.browser);
  await page.goto(address);
  await signIn(page, buyer.nickname, buyer.password);
  await chooseFromList(page, 2);
  const tray = page.getByRole('region', { name: 'Your places' });
  await tray.getByText('€120.00').first().waitFor();

  await tray.getByText('Promo code or points').click();
  await useCode(page, 'NOSUCHCODE');
  await tray.getByText('There is no such promo code.', { exact: false }).waitFor();
  await useCode(page, promoCode);
  await tray.getByText('€108.00').first().waitFor();
  await tray.getByRole('button', { name: '100 more' }).click();
  await tray.getByText('€107.00').first().waitFor();
  await tray.getByText('€13.00').waitFor();

  await page.getByRole('button', { name: 'Hold 2 places' }).click();
  await page.getByRole('button', { name: 'Pay €107.00' }).click();
  await page.getByText('Paid. Your tickets are below').waitFor();
  expect((await me()).wallet.available.amount).toBe('273.00');

  await page.getByRole('button', { name: 'Give tickets back' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('€107.00').waitFor();
  await dialog.getByText('100 points come back as well.', { exact: false }).waitFor();
  await dialog.getByRole('checkbox').first().uncheck();
  await dialog.getByText('€53.50').waitFor();
  await dialog.getByRole('button', { name: 'Give 1 ticket back' }).click();
  await page.getByText('The tickets are given back, €53.50 is in your wallet.').waitFor();
  await page.getByText('Given back', { exact: true }).waitFor();
  expect(await page.getByRole('link', { name: 'Show the ticket' }).count()).toBe(1);
  await eventually('the money', async () => (await me()).wallet.available.amount === '326.50');
  await leave();
}, 240_000);

it('no more points are spent than the places that are left allow', async () => {
  const { eventId } = await putOnSale(fixture.organizer.client, { price: '1.50' });
  const { page, leave } = await visit(fixture.browser);
  await page.goto(fixture.url(`/events/${eventId}`));
  await signIn(page, buyer.nickname, buyer.password);
  await chooseFromList(page, 2);
  const tray = page.getByRole('region', { name: 'Your places' });
  await tray.getByText('Promo code or points').click();
  await tray.getByRole('button', { name: '100 more' }).click();
  await tray.getByText('€2.00').first().waitFor();
  await tray.getByRole('button', { name: 'Remove this place' }).first().click();
  await page.getByRole('button', { name: 'Hold 1 place' }).click();
  await page.getByRole('button', { name: 'Pay €1.50' }).waitFor();
  await leave();
}, 240_000);

async function useCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Promo code', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Use', exact: true }).click();
}
