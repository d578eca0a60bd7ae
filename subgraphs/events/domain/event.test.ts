import { describe, expect, it } from '@jest/globals';
import { money } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import fc from 'fast-check';
import {
  checkTiersInFavour,
  type EventTerms,
  readBill,
  readReason,
  readRefundTiers,
  readTerms,
  refuseCancel,
} from './event.ts';
import { readPrices } from './prices.ts';
import { readTicketTypes, type TicketTypes } from './ticket-type.ts';

const now = new Date('2027-01-01T00:00:00Z');
const terms: EventTerms = {
  title: 'The Cherry Orchard',
  description: null,
  startsAt: new Date('2027-03-01T18:30:00Z'),
  endsAt: new Date('2027-03-01T21:00:00Z'),
  holdSeconds: 600,
  maxSeatsPerUser: 10,
  refundTiers: [{ hoursBefore: 0, percent: 100 }],
  refusesSingleSeats: false,
  minimumGuests: null,
  minimumDecidedHoursBefore: null,
};

describe('the terms of an event', () => {
  it('are taken as they are when they keep every rule, the title trimmed', () => {
    expect(readTerms({ ...terms, title: '  The Cherry Orchard ' }, now)).toEqual(terms);
  });

  it('have a description in the lines that it was written in, or none', () => {
    const described = (description: string) => readTerms({ ...terms, description }, now);
    expect(described(' A comedy. \r\n\r\nFour  acts.\n')).toEqual({
      ...terms,
      description: 'A comedy.\n\nFour acts.',
    });
    expect(described('🎭'.repeat(5_000))).toMatchObject({ description: '🎭'.repeat(5_000) });
    for (const nothing of ['', ' ', '\n \r\n']) expect(described(nothing)).toEqual(terms);
  });

  it.each([
    ['an empty title', { title: ' ' }, 'INVALID_INPUT', ['title']],
    ['a title of 201 characters', { title: 'x'.repeat(201) }, 'INVALID_INPUT', ['title']],
    ['a title that nobody sees', { title: '\u200b\u2066\u3164' }, 'INVALID_INPUT', ['title']],
    ['a title with a line break', { title: 'a\nb' }, 'INVALID_INPUT', ['title']],
    [
      'a description of 5,001 characters',
      { description: 'x'.repeat(5_001) },
      'INVALID_INPUT',
      ['description'],
    ],
    ['a description with a control character', { description: 'a\tb' }, 'INVALID_INPUT', ['description']],
    ['an end before the start', { endsAt: terms.startsAt }, 'INVALID_TIMES', ['endsAt']],
    [
      'an end in the past',
      { startsAt: new Date('2026-01-01T00:00:00Z'), endsAt: new Date('2026-01-02T00:00:00Z') },
      'INVALID_TIMES',
      ['endsAt'],
    ],
    ['more than 366 days', { endsAt: new Date('2028-03-03T00:00:00Z') }, 'INVALID_TIMES', ['endsAt']],
    ['no time to hold', { holdSeconds: 0 }, 'INVALID_INPUT', ['holdSeconds']],
    ['more than a day to hold', { holdSeconds: 86_401 }, 'INVALID_INPUT', ['holdSeconds']],
    ['no place a buyer', { maxSeatsPerUser: 0 }, 'INVALID_INPUT', ['maxSeatsPerUser']],
  ])('are refused with %s', (_what, change, code, field) => {
    expect(readTerms({ ...terms, ...change }, now)).toMatchObject({ rejected: true, code, field });
  });

  it('may be those of an event that is under way', () => {
    expect(readTerms(terms, new Date('2027-03-01T19:00:00Z'))).toEqual(terms);
  });
});

describe('a refund policy', () => {
  it('puts the earliest tier first', () => {
    const tiers = [
      { hoursBefore: 0, percent: 50 },
      { hoursBefore: 48, percent: 100 },
    ];
    expect(readRefundTiers(tiers)).toEqual([tiers[1], tiers[0]]);
  });

  it('may pay nothing back', () => {
    expect(readRefundTiers([])).toEqual([]);
  });

  it.each([
    ['101 percent', [{ hoursBefore: 0, percent: 101 }], ['refundTiers', '0', 'percent']],
    ['hours after the start', [{ hoursBefore: -1, percent: 1 }], ['refundTiers', '0', 'hoursBefore']],
    [
      'two tiers for one hour',
      [1, 2].map((percent) => ({ hoursBefore: 3, percent })),
      ['refundTiers', '1', 'hoursBefore'],
    ],
    [
      'eleven tiers',
      Array.from({ length: 11 }, (_, hoursBefore) => ({ hoursBefore, percent: 1 })),
      ['refundTiers'],
    ],
  ])('is refused with %s', (_what, tiers, field) => {
    expect(readRefundTiers(tiers)).toMatchObject({ code: 'INVALID_INPUT', field });
  });
});

describe('a bill', () => {
  it('names nobody twice, and at most 50', () => {
    expect(readBill(['a', 'b'])).toEqual(['a', 'b']);
    expect(readBill(['a', 'a'])).toMatchObject({ code: 'INVALID_INPUT' });
    expect(readBill(Array.from({ length: 51 }, String))).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('prices', () => {
  const zone = newId<'PriceZone'>();
  const ticketTypes = readTicketTypes([
    { key: 'adult', label: 'Adult' },
    { key: 'child', label: 'Child' },
  ]) as TicketTypes;
  const [adult, child] = ticketTypes;
  const of = { zoneIds: new Set<string>([zone]), ticketTypes, currency: 'EUR' as const };
  const euros = (amount: string) => ({ amount, currencyCode: 'EUR' as const });

  it('are kept by ticket type and zone in minor units; the first type is the one that is not named', () => {
    const inputs = [
      { priceZoneId: zone, price: euros('12.5') },
      { priceZoneId: zone, ticketTypeKey: 'child', price: euros('0.00') },
    ];
    expect(readPrices(inputs, of)).toEqual(
      new Map([
        [adult.id, new Map([[zone, money(1250n, 'EUR')]])],
        [child?.id, new Map([[zone, money(0n, 'EUR')]])],
      ]),
    );
  });

  it.each([
    ['a zone of another plan', [{ priceZoneId: newId(), price: euros('1') }], 'PRICE_ZONE_NOT_FOUND'],
    [
      'two prices for one zone',
      [1, 2].map(() => ({ priceZoneId: zone, price: euros('1') })),
      'INVALID_INPUT',
    ],
    [
      'a ticket type of another event',
      [{ priceZoneId: zone, ticketTypeKey: 'senior', price: euros('1') }],
      'TICKET_TYPE_NOT_FOUND',
    ],
    ['a price below zero', [{ priceZoneId: zone, price: euros('-1.00') }], 'INVALID_AMOUNT'],
    [
      'another currency',
      [{ priceZoneId: zone, price: { amount: '1', currencyCode: 'USD' as const } }],
      'CURRENCY_MISMATCH',
    ],
  ])('are refused with %s', (_what, inputs, code) => {
    expect(readPrices(inputs, of)).toMatchObject({ rejected: true, code });
  });
});

describe('a refund policy in place of another', () => {
  const tiers = fc.uniqueArray(fc.record({ hoursBefore: fc.nat(5), percent: fc.nat(100) }), {
    maxLength: 4,
    selector: ({ hoursBefore }) => hoursBefore,
  });
  /** As a refund goes by them: the earliest tier, first, that is still to be had. */
  const shareAt = (policy: readonly { hoursBefore: number; percent: number }[], hours: number) =>
    policy.toSorted((a, b) => b.hoursBefore - a.hoursBefore).find(({ hoursBefore }) => hoursBefore <= hours)
      ?.percent ?? 0;

  it('is refused where at any time less goes back, and only there', () => {
    fc.assert(
      fc.property(tiers, tiers, (before, after) => {
        const hours = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 99];
        const isWorse = hours.some((each) => shareAt(after, each) < shareAt(before, each));
        expect(checkTiersInFavour(before, after)?.code).toBe(isWorse ? 'REFUND_TIERS_WORSE' : undefined);
      }),
      { numRuns: 1_000 },
    );
  });

  it('says when, and how much', () => {
    expect(
      checkTiersInFavour([{ hoursBefore: 24, percent: 100 }], [{ hoursBefore: 48, percent: 100 }])?.message,
    ).toContain('got 0 instead of 100 percent 24 hours before the start');
  });
});

describe('cancelling', () => {
  it.each([
    ['ON_SALE', undefined],
    ['ENDED', undefined],
    ['DRAFT', 'EVENT_NOT_ON_SALE'],
    ['CANCELLED', 'EVENT_IS_CANCELLED'],
  ] as const)('an event that is %s is refused with %s', (status, code) => {
    expect(refuseCancel({ status })?.code).toBe(code);
  });

  it('takes a reason of 1 to 500 characters on one line', () => {
    expect(readReason('  The leading actor is ill. ')).toBe('The leading actor is ill.');
    for (const reason of ['', ' ', 'a'.repeat(501), 'ill\nBcc: everybody']) {
      expect(readReason(reason)).toMatchObject({ code: 'INVALID_INPUT', field: ['reason'] });
    }
  });
});
