import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { type AnalyticsFixture, openAnalyticsFixture } from './testing/fixture.ts';
import { Show } from './testing/show.ts';

let fixture: AnalyticsFixture;
beforeAll(async () => {
  fixture = await openAnalyticsFixture();
});
afterAll(() => fixture.stop());

const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });

/** Adults and children, in the stalls and in the circle. The identifiers are in no order that is offered. */
function offer() {
  const [child, adult] = [newId<'TicketType'>(), newId<'TicketType'>()];
  const [circle, stalls] = [newId<'PriceZone'>(), newId<'PriceZone'>()];
  return {
    adult,
    child,
    stalls,
    circle,
    details: {
      ticketTypes: [
        { ticketTypeId: adult, key: 'adult', label: 'Adult' },
        { ticketTypeId: child, key: 'child', label: 'Child' },
      ],
      priceZones: [
        { priceZoneId: stalls, label: 'Stalls' },
        { priceZoneId: circle, label: 'Circle' },
      ],
    },
  };
}

describe('sales by ticket type and price zone', () => {
  it('tell what was sold and given back of each, in the order of the offer', async () => {
    const { adult, child, stalls, circle, details } = offer();
    const show = new Show(details);
    const children = show.booked(3, '2027-02-01T10:00:00Z', 1_000n, {
      ticketTypeId: child,
      priceZoneId: circle,
    });
    await fixture.deliverAll(
      children.fact,
      children.refund(1, '2027-02-02T10:00:00Z', 50),
      show.booked(2, '2027-02-01T10:20:00Z', 2_000n, { ticketTypeId: adult, priceZoneId: circle }).fact,
      show.booked(1, '2027-02-01T11:20:00Z', 4_000n, { ticketTypeId: adult, priceZoneId: stalls }).fact,
      show.booked(1, '2026-12-01T11:20:00Z', 3_000n, { priceZoneId: stalls }).fact,
      show.published(),
    );
    const childrenInCircle = { sold: 3, refunded: 1, revenue: eur('25.00') };
    expect((await fixture.salesByType(show.eventId)).value).toEqual({
      byTicketType: [
        {
          ticketType: { id: adult },
          sold: 3,
          refunded: 0,
          revenue: eur('80.00'),
          byPriceZone: [
            { priceZone: { id: stalls }, sold: 1, refunded: 0, revenue: eur('40.00') },
            { priceZone: { id: circle }, sold: 2, refunded: 0, revenue: eur('40.00') },
          ],
        },
        {
          ticketType: { id: child },
          ...childrenInCircle,
          byPriceZone: [{ priceZone: { id: circle }, ...childrenInCircle }],
        },
        {
          ticketType: null,
          sold: 1,
          refunded: 0,
          revenue: eur('30.00'),
          byPriceZone: [{ priceZone: { id: stalls }, sold: 1, refunded: 0, revenue: eur('30.00') }],
        },
      ],
      byPriceZone: [
        { priceZone: { id: stalls }, sold: 2, refunded: 0, revenue: eur('70.00') },
        { priceZone: { id: circle }, sold: 5, refunded: 1, revenue: eur('65.00') },
      ],
    });
    expect((await fixture.event(show.eventId)).value).toMatchObject({
      sold: 7,
      refunded: 1,
      revenue: eur('135.00'),
    });
  });

  it('are none of an event that nobody has bought', async () => {
    const show = new Show();
    await fixture.deliver(show.published());
    expect((await fixture.salesByType(show.eventId)).value).toEqual({ byTicketType: [], byPriceZone: [] });
  });

  it('lose nothing when bookings of the same types come at once', async () => {
    const { adult, child, stalls, circle, details } = offer();
    const show = new Show(details);
    const kinds = [adult, child].flatMap((ticketTypeId) =>
      [stalls, circle].map((priceZoneId) => ({ ticketTypeId, priceZoneId })),
    );
    await fixture.deliver(show.published());
    const facts = Array.from({ length: 24 }, (_, index) => {
      return show.booked(1 + (index % 3), '2027-02-01T10:00:00Z', 1_000n, kinds[index % 4]).fact;
    });
    await Promise.all([...facts, ...facts].map((fact) => fixture.deliver(fact)));
    const each = { sold: 24, refunded: 0, revenue: eur('240.00') };
    expect((await fixture.salesByType(show.eventId)).value).toMatchObject({
      byTicketType: [each, each],
      byPriceZone: [each, each],
    });
  });
});

describe("an event's sales as CSV", () => {
  const heading =
    'day,ticket_type_id,ticket_type,price_zone_id,price_zone,sold,refunded,revenue,currency\r\n';

  it('have a row for each day of the venue, ticket type and price zone', async () => {
    const { adult, child, stalls, circle, details } = offer();
    const show = new Show({ ...details, timeZone: 'Asia/Kolkata' });
    const adults = show.booked(2, '2027-02-01T18:29:59Z', 2_000n, {
      ticketTypeId: adult,
      priceZoneId: circle,
    });
    await fixture.deliverAll(
      show.published(),
      adults.fact,
      // A quarter of an hour that begins a day: midnight in India is 18:30 UTC.
      show.booked(1, '2027-02-01T18:30:00Z', 500n, { ticketTypeId: child, priceZoneId: circle }).fact,
      show.booked(1, '2027-02-01T18:45:00Z', 4_000n, { ticketTypeId: adult, priceZoneId: stalls }).fact,
      adults.refund(1, '2027-02-02T20:00:00Z'),
    );
    const lines = [
      `2027-02-01,${adult},Adult,${circle},Circle,2,0,40.00,EUR\r\n`,
      `2027-02-02,${adult},Adult,${stalls},Stalls,1,0,40.00,EUR\r\n`,
      `2027-02-02,${child},Child,${circle},Circle,1,0,5.00,EUR\r\n`,
      `2027-02-03,${adult},Adult,${circle},Circle,0,1,-20.00,EUR\r\n`,
    ];
    expect((await fixture.csv(show.eventId)).value).toEqual({ csv: heading + lines.join('') });
    const period = { from: '2027-02-02T00:00:00Z', to: '2027-02-02T18:30:00Z' };
    expect((await fixture.csv(show.eventId, period)).value).toEqual({
      csv: heading + lines.slice(1, 3).join(''),
    });
  });

  it('leave empty what no fact has named, and keep the name of what is gone', async () => {
    const { adult, stalls, details } = offer();
    const show = new Show({ ...details, ticketTypes: undefined });
    const rebuilt = show.changed(
      { priceZones: [{ priceZoneId: newId(), label: 'Hall' }] },
      '2027-01-20T00:00:00Z',
    );
    await fixture.deliverAll(
      show.published(),
      show.booked(1, '2027-02-01T10:00:00Z', 500n, { ticketTypeId: adult, priceZoneId: stalls }).fact,
      show.booked(1, '2027-02-01T10:00:00Z', 700n).fact,
      rebuilt,
    );
    expect((await fixture.csv(show.eventId)).value).toEqual({
      csv: `${heading}2027-02-01,,,${show.priceZoneId},,1,0,7.00,EUR\r\n2027-02-01,${adult},,${stalls},Stalls,1,0,5.00,EUR\r\n`,
    });
  });

  it('call everything by the newest fact that names it, whichever comes last', async () => {
    for (const isSwapped of [false, true]) {
      const { stalls, details } = offer();
      const show = new Show(details);
      const named = ['Pit', 'Parquet'].map((label, day) =>
        show.changed({ priceZones: [{ priceZoneId: stalls, label }] }, `2027-01-1${day}T00:00:00Z`),
      );
      await fixture.deliverAll(...(isSwapped ? named.reverse() : named), show.published());
      await fixture.deliver(show.booked(1, '2027-02-01T10:00:00Z', 500n, { priceZoneId: stalls }).fact);
      expect((await fixture.csv(show.eventId)).value).toEqual({
        csv: `${heading}2027-02-01,,,${stalls},Parquet,1,0,5.00,EUR\r\n`,
      });
    }
  });

  it('let no name become a formula, nor more than one cell', async () => {
    const { stalls, details } = offer();
    const show = new Show({
      ...details,
      priceZones: [{ priceZoneId: stalls, label: '=HYPERLINK("http://x", "y")' }],
    });
    await fixture.deliverAll(
      show.published(),
      show.booked(1, '2027-02-01T10:00:00Z', 500n, { priceZoneId: stalls }).fact,
    );
    expect((await fixture.csv(show.eventId)).value).toEqual({
      csv: `${heading}2027-02-01,,,${stalls},"'=HYPERLINK(""http://x"", ""y"")",1,0,5.00,EUR\r\n`,
    });
  });

  it('are refused when they are more than 10,000 rows, and for a period that is none', async () => {
    const show = new Show();
    await fixture.deliver(show.published());
    await fixture.database.sql(
      `insert into sales_by_type
       select $1, '2020-01-01T00:00:00Z', 'EUR', gen_random_uuid(), $2, 1, 0, 100 from generate_series(1, 10000)`,
      [show.eventId, newId()],
    );
    const { value, code } = await fixture.csv(show.eventId);
    expect(code).toBeUndefined();
    expect((value as { csv: string }).csv.split('\r\n')).toHaveLength(10_002);
    await fixture.deliver(show.booked(1, '2020-01-02T10:00:00Z').fact);
    expect((await fixture.csv(show.eventId)).code).toBe('BAD_USER_INPUT');
    const later = { from: '2020-01-02T00:00:00Z' };
    expect((await fixture.csv(show.eventId, later)).code).toBeUndefined();
    expect((await fixture.csv(show.eventId, { ...later, to: later.from })).code).toBe('BAD_USER_INPUT');
  });
});
