import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, type Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { statements } from './adapters/postgres/statistics.ts';
import { type AnalyticsFixture, openAnalyticsFixture, userCaller } from './testing/fixture.ts';
import { Show } from './testing/show.ts';

const day = { from: '2027-02-01T00:00:00.000Z', to: '2027-02-02T00:00:00.000Z' };
const organizerId = newId<'User'>();
const organizer = userCaller('ORGANIZER', organizerId);
const [early, late] = ['2027-03-01T18:00:00.000Z', '2027-04-01T18:00:00.000Z'].map(
  (startsAt) => new Show({ startsAt, organizerId }),
) as [Show, Show];
const abroad = new Show({ organizerId, currencyCode: 'CHF', startsAt: '2027-05-01T18:00:00.000Z' });
const others = new Show();

let fixture: AnalyticsFixture;
beforeAll(async () => {
  fixture = await openAnalyticsFixture();
  const booked = early.booked(3, '2027-02-01T09:00:00Z');
  await fixture.deliverAll(
    ...[early, late, abroad, others].map((show) => show.published()),
    booked.fact,
    booked.refund(1, '2027-02-01T12:00:00Z'),
    booked.refund(1, '2027-02-02T00:00:00Z'),
    late.booked(2, '2027-02-01T23:59:59.999Z').fact,
    late.booked(7, '2027-01-31T23:59:59.999Z').fact,
    abroad.booked(1, '2027-02-01T10:00:00Z').fact,
    others.booked(9, '2027-02-01T10:00:00Z').fact,
  );
});
afterAll(() => fixture.stop());

const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });
const chf = (amount: string) => ({ amount, currencyCode: 'CHF' });

describe('the sales overview', () => {
  it("shows an organizer the sales and refunds of the period, of the organizer's own events", async () => {
    expect((await fixture.overview(day, organizer)).value).toEqual({
      ...day,
      eventCount: 3,
      sold: 6,
      refunded: 1,
      revenue: [chf('25.00'), eur('100.00')],
      events: {
        nodes: [
          { event: { id: abroad.eventId }, sold: 1, refunded: 0, revenue: chf('25.00') },
          { event: { id: late.eventId }, sold: 2, refunded: 0, revenue: eur('50.00') },
          { event: { id: early.eventId }, sold: 3, refunded: 1, revenue: eur('50.00') },
        ],
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      },
    });
  });

  it('shows an administrator all events, and an organizer without events none', async () => {
    expect((await fixture.overview(day)).value).toMatchObject({ eventCount: 4, sold: 15 });
    expect((await fixture.overview(day, userCaller('ORGANIZER'))).value).toMatchObject({
      eventCount: 0,
      sold: 0,
      revenue: [],
      events: { nodes: [] },
    });
  });

  it('comes in pages that leave nothing out and repeat nothing', async () => {
    expect(await pageByPage(organizer)).toEqual([abroad.eventId, late.eventId, early.eventId]);
    const ofAll = await pageByPage();
    expect(ofAll).toHaveLength(4);
    expect(ofAll.filter((id) => id !== others.eventId)).toEqual([
      abroad.eventId,
      late.eventId,
      early.eventId,
    ]);
  });

  it('of an organizer is read by indexes of the own events, however much others sell', async () => {
    const { salesOverviewOfOrganizer, eventSalesOfOrganizer } = statements;
    const plans = await fixture.database.transaction(async (tx) => {
      await tx.sql(
        `insert into events select gen_random_uuid(), gen_random_uuid(), now(), 10, 'EUR', now(), gen_random_uuid()
         from generate_series(1, 3000)`,
      );
      await tx.sql(
        `insert into sales select event_id, date_trunc('hour', now(), 'UTC') - n * interval '1 hour', 'EUR', 1, 0, 100
         from events cross join generate_series(1, 10) n where capacity = 10`,
      );
      await tx.sql('analyze events, sales');
      const explained = [];
      for (const text of [salesOverviewOfOrganizer, eventSalesOfOrganizer]) {
        const plan = await tx.sql<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${text}`);
        explained.push(plan.map((row) => row['QUERY PLAN']).join('\n'));
      }
      await tx.sql('delete from sales using events where sales.event_id = events.event_id and capacity = 10');
      await tx.sql('delete from events where capacity = 10');
      return explained;
    });
    for (const plan of plans) {
      expect(plan).toMatch(/using events_of_organizer on events[\s\S]*using sales_pkey on sales/);
      expect(plan).not.toMatch(/Seq Scan|sales_by_hour/);
    }
    expect(plans[1]).toMatch(/Scan Backward using events_of_organizer[\s\S]*Index Cond: .*starts_at/);
    expect(plans[1]).not.toContain('Sort');
  });

  it('counts whole hours', async () => {
    const { value } = await fixture.overview(
      { from: '2027-02-01T09:30:00Z', to: '2027-02-01T09:31:00Z' },
      organizer,
    );
    expect(value).toMatchObject({
      from: '2027-02-01T09:00:00.000Z',
      to: '2027-02-01T10:00:00.000Z',
      sold: 3,
    });
  });

  it.each([
    { from: day.to, to: day.from },
    { ...day, first: 0 },
    { ...day, after: 'nonsense' },
    { ...day, after: Buffer.from('["2027-13-01","x"]').toString('base64url') },
  ])('refuses %j as bad input', async (variables) => {
    expect((await fixture.overview(variables, organizer)).code).toBe('BAD_USER_INPUT');
  });

  it('is for organizers and administrators', async () => {
    expect((await fixture.overview(day, anonymous)).code).toBe('UNAUTHENTICATED');
    expect((await fixture.overview(day, userCaller('USER'))).code).toBe('FORBIDDEN');
    expect((await fixture.overview(day, { kind: 'subgraph', subgraph: 'events' })).code).toBe('FORBIDDEN');
  });
});

/** The events of the day, one on a page. */
async function pageByPage(caller?: Caller): Promise<string[]> {
  const seen: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { value } = await fixture.overview({ ...day, first: 1, after }, caller);
    const { nodes, pageInfo } = (value as Overview).events;
    seen.push(...nodes.map((node) => node.event.id));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) return seen;
  }
}

interface Overview {
  events: {
    nodes: { event: { id: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
