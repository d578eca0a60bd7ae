import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { BookingConfirmed } from '@parterre/contracts/facts/tickets.ts';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { type AnalyticsFixture, openAnalyticsFixture, userCaller } from './testing/fixture.ts';
import { Show } from './testing/show.ts';

let fixture: AnalyticsFixture;
beforeAll(async () => {
  fixture = await openAnalyticsFixture();
});
afterAll(() => fixture.stop());

const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });

describe('statistics of an event', () => {
  it('tell what was sold and given back, in tickets and in money', async () => {
    const show = new Show();
    const first = show.booked(4, '2027-02-01T10:15:00Z');
    const facts = [
      show.published(),
      first.fact,
      show.booked(2, '2027-02-01T10:59:00Z').fact,
      first.refund(1, '2027-02-03T08:30:00Z', 50),
    ];
    await fixture.deliverAll(...facts);
    expect((await fixture.event(show.eventId)).value).toEqual({
      capacity: 40,
      sold: 6,
      refunded: 1,
      occupancy: 0.125,
      revenue: eur('137.50'),
      salesOverTime: [
        { at: '2027-02-01T10:00:00.000Z', sold: 6, refunded: 0 },
        { at: '2027-02-03T08:00:00.000Z', sold: 0, refunded: 1 },
      ],
    });
  });

  it('are nothing for an event that nobody has bought, and null for one that was never on sale', async () => {
    const show = new Show();
    await fixture.deliver(show.published());
    expect((await fixture.event(show.eventId)).value).toEqual({
      capacity: 40,
      sold: 0,
      refunded: 0,
      occupancy: 0,
      revenue: eur('0.00'),
      salesOverTime: [],
    });
    for (const id of [newId(), 'nonsense'])
      expect(await fixture.event(id)).toEqual({ value: null, code: undefined });
  });

  it('wait for the event when a sale is told of first', async () => {
    const show = new Show();
    await fixture.deliver(show.booked(1, '2027-02-01T10:00:00Z').fact);
    expect((await fixture.event(show.eventId)).value).toBeNull();
    await fixture.deliver(show.published());
    expect((await fixture.event(show.eventId)).value).toMatchObject({ sold: 1, revenue: eur('25.00') });
  });

  it('follow a change of capacity, and an older state that comes late changes nothing', async () => {
    const show = new Show();
    const changed = show.changed({ seatCount: 10, standingCapacity: 0 }, '2027-02-01T00:00:00Z');
    await fixture.deliverAll(changed, show.published(), show.booked(5, '2027-02-01T10:00:00Z').fact);
    expect((await fixture.event(show.eventId)).value).toMatchObject({ capacity: 10, occupancy: 0.5 });
  });

  it('follow the later of two changes of one moment, whichever comes last', async () => {
    for (const isSwapped of [false, true]) {
      const show = new Show({ standingCapacity: 0 });
      const changes = [10, 20].map((seatCount) => show.changed({ seatCount }, '2027-02-01T00:00:00Z'));
      await fixture.deliverAll(show.published(), ...(isSwapped ? changes.reverse() : changes));
      expect((await fixture.event(show.eventId)).value).toMatchObject({ capacity: 20 });
    }
  });

  it('never have an occupancy over one or without a number', async () => {
    const shrunk = new Show({ seatCount: 1, standingCapacity: 0 });
    const empty = new Show({ seatCount: 0, standingCapacity: 0 });
    await fixture.deliverAll(
      shrunk.published(),
      shrunk.booked(2, '2027-02-01T10:00:00Z').fact,
      empty.published(),
    );
    expect((await fixture.event(shrunk.eventId)).value).toMatchObject({ occupancy: 1 });
    expect((await fixture.event(empty.eventId)).value).toMatchObject({ occupancy: 0 });
  });

  it('lay a fact aside that cannot be read, and count the others', async () => {
    const show = new Show();
    await fixture.deliver(show.published());
    const poison = {
      ...fact(BookingConfirmed, BookingConfirmed.example, new Date()),
      data: { tickets: 'none' },
    };
    await expect(fixture.deliver(poison)).rejects.toThrow();
    await fixture.deliver(show.booked(1, '2027-02-01T10:00:00Z').fact);
    expect((await fixture.event(show.eventId)).value).toMatchObject({ sold: 1 });
  });
});

describe('who may see the statistics of an event', () => {
  it('its organizer and administrators, through _entities as well', async () => {
    const show = new Show();
    await fixture.deliver(show.published());
    const codeFor = async (caller: Parameters<AnalyticsFixture['event']>[1]) =>
      (await fixture.event(show.eventId, caller)).code;
    expect(await codeFor(userCaller('ORGANIZER', show.organizerId))).toBeUndefined();
    expect(await codeFor(userCaller('ADMIN'))).toBeUndefined();
    expect(await codeFor(anonymous)).toBe('UNAUTHENTICATED');
    expect(await codeFor(userCaller('USER'))).toBe('FORBIDDEN');
    expect(await codeFor(userCaller('ORGANIZER'))).toBe('FORBIDDEN');
    // Who organized it and is an organizer no more.
    expect(await codeFor(userCaller('USER', show.organizerId))).toBe('FORBIDDEN');
    expect(await codeFor({ kind: 'subgraph', subgraph: 'events' })).toBe('FORBIDDEN');
  });

  it('shows nothing in the data to who may not', async () => {
    const show = new Show();
    await fixture.deliver(show.published());
    expect((await fixture.event(show.eventId, userCaller('ORGANIZER'))).value).toBeNull();
  });
});

describe('statistics of an artist', () => {
  const year = { from: '2027-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z' };
  const artist = () => ({ artistId: newId<'Artist'>(), name: 'The Company' });

  it('count the events that began in the period, and the visitors who kept their tickets', async () => {
    const company = artist();
    const shows = ['2026-12-31T23:59:59.999Z', '2027-01-01T00:00:00Z', '2027-06-01T18:00:00Z', year.to].map(
      (startsAt) => new Show({ startsAt, artists: [company] }),
    );
    for (const show of shows) {
      const booked = show.booked(5, '2026-12-01T10:00:00Z');
      await fixture.deliverAll(show.published(), booked.fact, booked.refund(2, '2026-12-02T10:00:00Z'));
    }
    expect((await fixture.artist(company.artistId, year)).value).toEqual({ eventCount: 2, visitorCount: 6 });
  });

  it('follow the artists of an event when they change', async () => {
    const [company, guest] = [artist(), artist()];
    const show = new Show({ artists: [company] });
    const changed = show.changed({ artists: [guest] }, '2027-02-01T00:00:00Z');
    await fixture.deliverAll(show.published(), changed);
    expect((await fixture.artist(company.artistId, year)).value).toEqual({ eventCount: 0, visitorCount: 0 });
    expect((await fixture.artist(guest.artistId, year)).value).toEqual({ eventCount: 1, visitorCount: 0 });
  });

  it("count an organizer's own events alone, so that nobody learns by them what another one's has sold", async () => {
    const company = artist();
    const [own, foreign] = [new Show({ artists: [company] }), new Show({ artists: [company] })];
    for (const show of [own, foreign]) {
      await fixture.deliverAll(show.published(), show.booked(3, '2026-12-01T10:00:00Z').fact);
    }
    const valueFor = async (caller: Parameters<AnalyticsFixture['event']>[1]) =>
      (await fixture.artist(company.artistId, year, caller)).value;
    expect(await valueFor(userCaller('ORGANIZER', own.organizerId))).toEqual({
      eventCount: 1,
      visitorCount: 3,
    });
    expect(await valueFor(userCaller('ORGANIZER'))).toEqual({ eventCount: 0, visitorCount: 0 });
    expect(await valueFor(userCaller('ADMIN'))).toEqual({ eventCount: 2, visitorCount: 6 });
  });

  it('are for organizers and administrators, over a period that is one', async () => {
    const { artistId } = artist();
    const codeFor = async (caller: Parameters<AnalyticsFixture['event']>[1], period = year) =>
      (await fixture.artist(artistId, period, caller)).code;
    expect(await codeFor(anonymous)).toBe('UNAUTHENTICATED');
    expect(await codeFor(userCaller('USER'))).toBe('FORBIDDEN');
    expect(await codeFor(userCaller('ORGANIZER'))).toBeUndefined();
    expect(await codeFor(userCaller('ORGANIZER'), { from: year.to, to: year.from })).toBe('BAD_USER_INPUT');
    expect((await fixture.artist('nonsense', year)).value).toEqual({ eventCount: 0, visitorCount: 0 });
  });
});
