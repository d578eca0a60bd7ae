import { describe, expect, it } from '@jest/globals';
import type { PriceZoneId } from '@parterre/contracts/kernel/ids.ts';
import { money } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import type { Event } from './event.ts';
import { decidePublish } from './publishing.ts';
import { onlyType, readTicketTypes, type TicketTypes } from './ticket-type.ts';

const now = new Date('2027-01-01T00:00:00Z');
const event: Event = {
  id: newId(),
  organizerId: newId(),
  hallId: newId(),
  planId: newId(),
  seriesId: null,
  status: 'DRAFT',
  currency: 'EUR',
  title: 'The Cherry Orchard',
  description: null,
  startsAt: new Date('2027-03-01T18:30:00Z'),
  endsAt: new Date('2027-03-01T21:00:00Z'),
  holdSeconds: 600,
  maxSeatsPerUser: 10,
  refundTiers: [],
  refusesSingleSeats: false,
  minimumGuests: null,
  minimumDecidedHoursBefore: null,
  minimumReachedAt: null,
};

describe('publishing', () => {
  const offered = [{ id: newId<'PriceZone'>(), label: 'Stalls' }];
  const ticketTypes = onlyType();
  const ofZones = new Map(offered.map(({ id }) => [id as PriceZoneId, money(100n, 'EUR')]));
  const priced = { ticketTypes, prices: new Map([[ticketTypes[0].id, ofZones]]) };
  const unpriced = { ticketTypes, prices: new Map() };

  it('puts a draft on sale whose zones with places all have a price', () => {
    expect(decidePublish(event, priced, offered, now)).toBe('publish');
  });

  it('refuses a draft whose minimum of guests would be decided before anybody can buy', () => {
    const near = { ...event, startsAt: new Date('2027-01-02T00:00:00Z'), minimumGuests: 6 };
    expect(decidePublish({ ...near, minimumDecidedHoursBefore: 24 }, priced, offered, now)).toMatchObject({
      code: 'MINIMUM_NOT_REACHED',
      field: null,
    });
    expect(decidePublish({ ...near, minimumDecidedHoursBefore: 23 }, priced, offered, now)).toBe('publish');
  });

  it('refuses a zone with places and no price, by name', () => {
    expect(decidePublish(event, unpriced, offered, now)).toMatchObject({
      code: 'PRICE_MISSING',
      message: expect.stringContaining('"Stalls"'),
    });
  });

  it('refuses a ticket type without a price in a zone with places, by key', () => {
    const types = readTicketTypes([
      { key: 'adult', label: 'Adult' },
      { key: 'child', label: 'Child' },
    ]) as TicketTypes;
    const prices = new Map([[types[0].id, ofZones]]);
    expect(decidePublish(event, { ticketTypes: types, prices }, offered, now)).toMatchObject({
      code: 'PRICE_MISSING',
      message: expect.stringMatching(/"Stalls" \(.*\) for "child"$/),
    });
  });

  it('refuses an event that has ended or is cancelled', () => {
    expect(decidePublish(event, priced, offered, event.endsAt)).toMatchObject({ code: 'EVENT_HAS_ENDED' });
    const cancelled: Event = { ...event, status: 'CANCELLED' };
    expect(decidePublish(cancelled, priced, offered, now)).toMatchObject({ code: 'EVENT_IS_CANCELLED' });
  });

  it('changes nothing about an event that is on sale', () => {
    expect(decidePublish({ ...event, status: 'ON_SALE' }, unpriced, offered, now)).toBe('already-published');
  });
});
