import { expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { Show } from '../testing/show.ts';
import { contributionOf } from './contribution-of.ts';

const show = new Show({ artists: [] });

it('counts what was paid, in the hour in which it happened', () => {
  const { fact } = show.booked(3, '2027-02-01T10:59:59.999Z', 2_250n);
  expect(contributionOf(fact)).toEqual({
    kind: 'sales',
    eventId: show.eventId,
    hour: new Date('2027-02-01T10:00:00Z'),
    quarter: new Date('2027-02-01T10:45:00Z'),
    sold: 3,
    refunded: 0,
    revenue: 6_750n,
    currency: 'EUR',
    parts: [{ ticketTypeId: null, priceZoneId: show.priceZoneId, sold: 3, refunded: 0, revenue: 6_750n }],
  });
});

it('tells ticket types and price zones apart, in sales and in refunds', () => {
  const kind = { ticketTypeId: newId<'TicketType'>(), priceZoneId: newId<'PriceZone'>() };
  const booked = show.booked(2, '2027-02-01T10:00:00Z', 1_000n, kind);
  expect(contributionOf(booked.fact)).toMatchObject({
    parts: [{ ...kind, sold: 2, refunded: 0, revenue: 2_000n }],
  });
  expect(contributionOf(booked.refund(1, '2027-02-02T10:00:00Z', 80))).toMatchObject({
    parts: [{ ...kind, sold: 0, refunded: 1, revenue: -800n }],
  });
});

it('takes back what was refunded, which may be less than was paid', () => {
  const refunded = show.booked(3, '2027-02-01T10:00:00Z', 2_000n).refund(2, '2027-02-02T11:30:00Z', 50);
  expect(contributionOf(refunded)).toMatchObject({ sold: 0, refunded: 2, revenue: -2_000n });
});

it('takes seats and standing places together for the capacity', () => {
  expect(contributionOf(show.published())).toMatchObject({ kind: 'event', capacity: 40 });
});

it('knows what types and zones are called, in their order, and of an older fact nothing', () => {
  const [adult, child] = [newId<'TicketType'>(), newId<'TicketType'>()];
  const ticketTypes = [
    { ticketTypeId: adult, key: 'adult', label: 'Adult' },
    { ticketTypeId: child, key: 'child', label: 'Child' },
  ];
  const priceZones = [{ priceZoneId: show.priceZoneId, label: 'Stalls' }];
  expect(contributionOf(new Show({ ticketTypes, priceZones }).published())).toMatchObject({
    timeZone: 'Europe/Vienna',
    labels: [
      { id: adult, label: 'Adult', place: 0 },
      { id: child, label: 'Child', place: 1 },
      { id: show.priceZoneId, label: 'Stalls', place: 0 },
    ],
  });
  const older = new Show({ ticketTypes: undefined, priceZones: undefined });
  expect(contributionOf(older.published())).toMatchObject({ labels: [] });
});

it('trips over a fact that it does not count, and over a malformed one', () => {
  expect(() => contributionOf({ ...show.published(), type: 'SeatsHeld' })).toThrow('got SeatsHeld');
  expect(() => contributionOf({ ...show.published(), data: {} })).toThrow();
});
