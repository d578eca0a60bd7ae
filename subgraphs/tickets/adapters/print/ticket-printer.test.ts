import { describe, expect, it } from '@jest/globals';
import type { TicketId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { withinBound } from '@parterre/platform/timing/bounded-work.ts';
import type { TicketPage } from '../../application/ports/printing.ts';
import { createTicketPrinter } from './ticket-printer.ts';

function page(more: Partial<TicketPage> = {}): TicketPage {
  return {
    ticketId: newId<'Ticket'>(),
    code: 'a code',
    price: { amount: '25.00', currencyCode: 'EUR' },
    title: 'Вишнёвый сад',
    startsAt: new Date('2035-04-01T18:00:00.000Z'),
    timeZone: 'Europe/Vienna',
    hallName: 'Great Hall',
    venueName: 'Old Theatre',
    venueAddress: 'Ring 1, Vienna',
    sectionLabel: 'Parterre',
    seat: { rowLabel: '7', seatLabel: '12' },
    ticketType: null,
    language: 'EN',
    ...more,
  };
}

/** A printer of which a test sees what it draws, and how many pages at a time. */
function watchedPrinter(whileDrawing: () => Promise<void> | void = () => {}) {
  const drawn: TicketId[] = [];
  const state = { inHand: 0, most: 0 };
  const printer = createTicketPrinter(async ({ ticketId }) => {
    drawn.push(ticketId);
    state.inHand += 1;
    state.most = Math.max(state.most, state.inHand);
    await whileDrawing();
    state.inHand -= 1;
    return Buffer.from(ticketId);
  });
  return { printer, drawn, state };
}

describe('a ticket printer', () => {
  it('prints a page as PDF, and the same one again from the fonts it has read', async () => {
    const printer = createTicketPrinter();
    const twice = page();
    const pages = [await printer.print(twice), await printer.print(page()), await printer.print(twice)];
    for (const each of pages) {
      expect(each.subarray(0, 5).toString()).toBe('%PDF-');
      expect(each.length).toBeGreaterThan(15_000);
    }
    expect(pages[2]?.length).toBe(pages[0]?.length);
  });

  it('draws one page at a time, whoever asks', async () => {
    const { printer, drawn, state } = watchedPrinter(() => new Promise(setImmediate));
    await Promise.all(Array.from({ length: 5 }, () => printer.print(page())));
    expect([drawn.length, state.most]).toEqual([5, 1]);
  });

  it('lets others have their turn before every page', async () => {
    const seen: string[] = [];
    const { printer } = watchedPrinter(() => void seen.push('page'));
    const turns = (async () => {
      for (let turn = 0; turn < 3; turn += 1) {
        await new Promise(setImmediate);
        seen.push('turn');
      }
    })();
    await Promise.all([printer.print(page()), printer.print(page()), printer.print(page()), turns]);
    expect(seen.join()).not.toContain('page,page');
  });

  it('draws nothing for whom nobody waits any more', async () => {
    const ended = new AbortController();
    const { printer, drawn } = watchedPrinter(() => ended.abort(new Error('ended')));
    const pages = [page(), page(), page()];
    const printed = await withinBound({ signal: ended.signal }, () =>
      Promise.allSettled(pages.map((each) => printer.print(each))),
    );
    expect(printed.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(drawn).toEqual([pages[0]?.ticketId]);
    // Others are printed as before.
    await printer.print(page());
    expect(drawn).toHaveLength(2);
  });

  it('sends away who finds too many waiting', async () => {
    const { printer } = watchedPrinter(() => new Promise(setImmediate));
    const printed = await Promise.allSettled(Array.from({ length: 202 }, () => printer.print(page())));
    const refused = printed.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { extensions: { code: 'SERVICE_UNAVAILABLE' } } }]);
  });
});
