import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { register } from '../support/people.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';
import { openSeries, putOnSale, seatMap } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { signIn } from '../support/web-steps.ts';

interface Quote {
  readonly quoteDiscount: {
    readonly discount: { readonly amount: string } | null;
    readonly rejections: readonly { readonly code: string }[];
  };
}

describe('promo codes in the office', () => {
  let fixture: WebFixture;
  /** Standing alone, and a slot of a series. */
  let [show, slot] = ['', ''];
  let seriesTitle: string;
  beforeAll(async () => {
    fixture = await openWebFixture('promo-codes');
    const { client: organizer } = fixture.organizer;
    const sold = await putOnSale(organizer, { title: 'The Seagull' });
    show = sold.eventId;
    const eventSeriesId = await openSeries(organizer, sold);
    await organizer.act('ScheduleEventSeries', {
      eventSeriesId,
      startsAt: '2035-03-02T10:00:00.000Z',
      recurrenceRule: 'FREQ=DAILY;COUNT=1',
      durationMinutes: 60,
      publish: true,
    });
    type Answer = { eventSeries: { title: string; events: { nodes: { id: string }[] } } };
    const { data } = await organizer.send<Answer>(
      `{ eventSeries(id: "${eventSeriesId}") { title events { nodes { id } } } }`,
    );
    seriesTitle = data?.eventSeries.title ?? '';
    slot = data?.eventSeries.events.nodes[0]?.id ?? '';
  }, 240_000);
  afterAll(() => fixture?.close());

  async function openDialog(page: Page, login: string, password: string) {
    await page.goto(fixture.url('/'));
    await signIn(page, login, password);
    await page.goto(fixture.url('/organizer/promo-codes'));
    await page.getByRole('button', { name: 'New code' }).click();
    return page.getByRole('dialog');
  }

  /** What the code takes off the first seat of each event, or why nothing, by what a buyer is told. */
  async function quotes(promoCode: string, eventIds: readonly string[]) {
    const { client: buyer } = await register(fixture.client, 'promo-buyer');
    const answers = eventIds.map(async (eventId) => {
      const { seats } = await seatMap(fixture.client, eventId);
      const input = `{ eventId: "${eventId}", seatIds: ["${seats[0]?.seat.id}"], promoCode: "${promoCode}" }`;
      const { data } = await buyer.send<Quote>(
        `{ quoteDiscount(input: ${input}) { discount { amount } rejections { code } } }`,
      );
      return data?.quoteDiscount.rejections[0]?.code ?? data?.quoteDiscount.discount?.amount;
    });
    return Promise.all(answers);
  }

  it('an organizer makes one of a whole series, whose dates are not asked for beside it', async () => {
    const code = `SERIES${randomUUID().slice(0, 8)}`.toUpperCase();
    const { page, leave } = await visit(fixture.browser);
    const dialog = await openDialog(page, fixture.organizer.nickname, fixture.organizer.password);
    await dialog.getByText('For all your events.', { exact: false }).waitFor();
    await dialog.getByLabel('Code', { exact: true }).fill(code);
    await dialog.getByLabel('Percent').fill('50');
    const series = dialog.getByRole('group', { name: 'Whole series', exact: false });
    const single = dialog.getByRole('group', { name: 'Single events', exact: false });
    await single.getByRole('checkbox', { name: 'The Seagull' }).waitFor();
    await single.getByRole('checkbox', { name: seriesTitle }).check();
    await series.getByRole('checkbox', { name: seriesTitle }).check();
    await dialog.getByText('Only for those that are chosen.').waitFor();
    await single.getByRole('checkbox', { name: seriesTitle }).waitFor({ state: 'detached' });
    await dialog.getByRole('group', { name: 'Zones' }).waitFor();
    await dialog.getByRole('button', { name: 'Make the code' }).click();
    const row = page.getByRole('row', { name: code });
    await row.getByText(`all dates of ${seriesTitle}`).waitFor();
    expect(await quotes(code, [slot, show])).toEqual([
      expect.stringMatching(/^\d+\.\d\d$/),
      'PROMO_CODE_NOT_FOR_EVENT',
    ]);
    await leave();
  }, 120_000);

  it('an administrator makes one of all events of organizers, found by nickname', async () => {
    const code = `ORGANIZER${randomUUID().slice(0, 8)}`.toUpperCase();
    const { nickname } = fixture.organizer;
    const { page, leave } = await visit(fixture.browser);
    const dialog = await openDialog(page, adminEmail, adminPassword);
    await dialog.getByText('For all events of all organizers.', { exact: false }).waitFor();
    await dialog.getByLabel('Code', { exact: true }).fill(code);
    await dialog.getByLabel('Percent').fill('50');
    await dialog.getByRole('combobox', { name: 'All events of these organizers' }).fill(nickname);
    await dialog.getByRole('option', { name: nickname }).click();
    await dialog.getByRole('button', { name: `Remove ${nickname}` }).waitFor();
    await dialog.getByRole('button', { name: 'Make the code' }).click();
    const row = page.getByRole('row', { name: code });
    await row.getByText(`all events of ${nickname}`).waitFor();
    const amount = expect.stringMatching(/^\d+\.\d\d$/);
    expect(await quotes(code, [slot, show])).toEqual([amount, amount]);
    await leave();
  }, 120_000);
});
