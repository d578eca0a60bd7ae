import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import fc from 'fast-check';
import { statements } from './adapters/postgres/fact-store.ts';
import { openAnalyticsFixture } from './testing/fixture.ts';
import { Show } from './testing/show.ts';

type Fixture = Awaited<ReturnType<typeof openAnalyticsFixture>>;

let atOnce: Fixture;
let inTransactions: Fixture;
/** Facts that one statement has recorded. */
let recorded = 0;
beforeAll(async () => {
  const openWith = (runs: boolean) =>
    openAnalyticsFixture({
      wrapTools: (tools) => ({
        ...tools,
        database: {
          ...tools.database,
          async sql(text, params) {
            if (text !== statements.recordSales) return tools.database.sql(text, params);
            const rows = runs ? await tools.database.sql(text, params) : [];
            recorded += rows.length;
            return rows as never[];
          },
        },
      }),
    });
  [atOnce, inTransactions] = await Promise.all([openWith(true), openWith(false)]);
});
afterAll(() => Promise.all([atOnce?.stop(), inTransactions?.stop()]));

const RUNS = 40;
/** The same stories each time: some of them have to be of the kind that is counted at the end. */
const SEED = 20261127;
const types = [newId(), newId()];

/** Bookings at a few times, of some types; what is refunded of them; and facts that come again, or whose inbox forgot them. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('booked' as const),
      count: fc.integer({ min: 1, max: 3 }),
      at: fc.constantFrom('2027-01-02T10:00:00.000Z', '2027-01-02T10:20:00.000Z', '2027-01-02T11:00:00.000Z'),
      type: fc.constantFrom(undefined, ...types),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('refunded' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('again' as const, 'forgotten' as const, 'behind' as const),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** What is delivered, the same to both; a null stands for an inbox that forgets, a text for a key that is held up. */
function factsOf(show: Show, story: readonly Step[]): (FactEnvelope | null | string)[] {
  const told: (FactEnvelope | null | string)[] = [show.published()];
  let last: ReturnType<Show['booked']> | undefined;
  for (const given of story) {
    switch (given.kind) {
      case 'booked':
        last = show.booked(given.count, given.at, 2_500n, given.type ? { ticketTypeId: given.type } : {});
        told.push(last.fact);
        break;
      case 'refunded':
        if (last) told.push(last.refund(1, '2027-01-03T10:00:00.000Z'));
        break;
      case 'again':
        if (last) told.push(last.fact);
        break;
      case 'forgotten':
        told.push(null);
        if (last) told.push(last.fact);
        break;
      case 'behind':
        if (last) told.push(last.fact.subject);
        break;
    }
  }
  return told;
}

async function play(fixture: Fixture, { eventId }: Show, told: ReturnType<typeof factsOf>) {
  for (const each of told) {
    if (each === null) await fixture.database.sql('delete from inbox');
    else if (typeof each === 'string') {
      await fixture.database.sql(
        `insert into dead_letters (consumer, key, fact_id, fact, position, status, cause)
         values ('count-sales', $1, gen_random_uuid(), '{}', '0', 'FAILED', 'a test')`,
        [each],
      );
    } else await fixture.deliver(each);
  }
  const tables = [
    `select * from sales where event_id = $1 order by hour`,
    `select * from sales_by_type where event_id = $1 order by quarter, ticket_type_id, price_zone_id`,
    `select id, fact, rules from kept_facts where fact -> 'data' ->> 'eventId' = $1::text order by position`,
    `select consumer, fact_id from inbox where $1::text is not null order by consumer, fact_id`,
    `select key, fact, status from dead_letters where $1::text is not null and status = 'WAITING' order by id`,
  ];
  return Promise.all(tables.map((text) => fixture.database.sql(text, [eventId])));
}

describe('one statement and one transaction', () => {
  it('come to the same rows from any state', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (story) => {
        const show = new Show();
        const told = factsOf(show, story);
        expect(await play(atOnce, show, told)).toEqual(await play(inTransactions, show, told));
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(recorded).toBeGreaterThan(0);
  }, 120_000);
});
