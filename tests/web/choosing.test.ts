import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { visit } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { register } from '../support/people.ts';
import { putOnSale, seatMap } from '../support/shows.ts';
import { openWebFixture, type WebFixture } from '../support/web-fixture.ts';
import { chooseFromList } from '../support/web-steps.ts';

/** Notes whatever a live region comes to say. */
const listening = `
  window.spoken = [];
  const regions = '[aria-live]:not([aria-live=off]), [role=status], [role=alert]';
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest(regions);
      if (region && region.textContent !== '') window.spoken.push(region.textContent);
    }
  }).observe(document, { childList: true, characterData: true, subtree: true });
`;

describe('choosing', () => {
  let fixture: WebFixture;
  beforeAll(async () => {
    fixture = await openWebFixture('choosing');
  }, 240_000);
  afterAll(() => fixture?.close());

  it('a place that somebody else took is said once to who listens at the map', async () => {
    const { eventId } = await putOnSale(fixture.organizer.client);
    const { seats } = await seatMap(fixture.client, eventId);
    const { page, context, leave } = await visit(fixture.browser);
    await context.addInitScript(listening);
    await page.goto(fixture.url(`/events/${eventId}`));
    await chooseFromList(page, 1);
    await page.getByRole('button', { name: 'Choose on the map' }).click();
    const map = page.getByRole('application');
    await map.focus();
    await page.keyboard.press('ArrowDown');
    const spoken = () => page.evaluate<string[]>('window.spoken');
    const seatsSaid = async () => (await spoken()).filter((words) => / seat .*, (free|chosen)/.test(words));
    await eventually('a seat', async () => (await seatsSaid()).length > 0);

    const { client } = await register(fixture.client, 'faster');
    await client.act('CreateBooking', {
      eventId,
      seatIds: seats.slice(0, 4).map(({ seat }) => seat.id),
      idempotencyKey: randomUUID(),
    });
    await page.getByText('was just taken', { exact: false }).first().waitFor();
    // What the map has to say of it, it has said before what comes next.
    const before = (await seatsSaid()).length;
    await page.keyboard.press('ArrowDown');
    await eventually('the next seat', async () => (await seatsSaid()).length > before);
    const losses = (await spoken()).filter((words) => words.includes('was just taken'));
    expect(losses).toHaveLength(1);
    await leave();
  }, 180_000);

  it('no more people are sought places for than one buyer may hold', async () => {
    const { eventId } = await putOnSale(fixture.organizer.client, { maxSeatsPerUser: 3 });
    const { page, leave } = await visit(fixture.browser);
    await page.goto(fixture.url(`/events/${eventId}?party=8`));
    await page.getByRole('button', { name: /^Best 3 in/ }).waitFor();
    expect(await page.getByRole('spinbutton', { name: 'People' }).inputValue()).toBe('3');
    await leave();
  }, 180_000);
});
