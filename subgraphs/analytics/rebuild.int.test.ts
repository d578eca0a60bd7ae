import { afterEach, describe, expect, it } from '@jest/globals';
import type { Bus, ConsumeOptions, FactEnvelope } from '@parterre/platform/bus/bus.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import type { Rebuilt } from '@parterre/platform/service/service.ts';
import { memoryBus } from '@parterre/platform/testing/memory-bus.ts';
import { amountOf } from '@parterre/platform/testing/reliability-scale.ts';
import fc from 'fast-check';
import { contributionOf } from './application/contribution-of.ts';
import { type AnalyticsFixture, openAnalyticsFixture } from './testing/fixture.ts';
import { Show } from './testing/show.ts';

const servers: AnalyticsFixture[] = [];
const open = async (options?: Parameters<typeof openAnalyticsFixture>[0]) => {
  const fixture = await openAnalyticsFixture(options);
  servers.push(fixture);
  return fixture;
};
const stopAll = async (fixtures: readonly AnalyticsFixture[]) => {
  for (const fixture of fixtures) await fixture.stop();
};
afterEach(() => stopAll(servers.splice(0)));

const ORDERS = amountOf('factOrdersOfAnalytics');

const kind = () => ({ ticketTypeId: newId<'TicketType'>(), priceZoneId: newId<'PriceZone'>() });

const company = { artistId: newId<'Artist'>(), name: 'The Company' };

/** A small season: every kind of fact that counts, several of some keys. */
function season(): { shows: Show[]; facts: FactEnvelope[] } {
  const shows = [new Show({ artists: [company] }), new Show(), new Show({ artists: [company] })];
  const facts = shows.flatMap((show, index) => {
    const booked = [2, 3, 1].map((count, hour) =>
      show.booked(count, `2027-02-0${index + 1}T1${hour}:30:00Z`, 2_500n, hour > 0 ? kind() : {}),
    );
    return [
      show.published(),
      show.changed({ seatCount: 50 + index }, '2027-01-15T00:00:00Z'),
      ...booked.map(({ fact }) => fact),
      ...booked.map((booking) => booking.refund(1, '2027-02-04T10:00:00Z', 80)),
    ];
  });
  return { shows, facts };
}

async function numbers(fixture: AnalyticsFixture, shows: readonly Show[]): Promise<unknown> {
  const year = { from: '2027-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z' };
  return {
    events: await Promise.all(shows.map((show) => fixture.event(show.eventId))),
    byType: await Promise.all(shows.map((show) => fixture.salesByType(show.eventId))),
    csv: await Promise.all(shows.map((show) => fixture.csv(show.eventId))),
    artist: await fixture.artist(company.artistId, year),
    overview: await fixture.overview(year),
  };
}

describe('the numbers', () => {
  it(
    'are the same however facts are shuffled, and however often each of them comes',
    async () => {
      const { shows, facts } = season();
      const plain = await open();
      await plain.deliverAll(...facts);
      const expected = await numbers(plain, shows);
      expect(expected).toMatchObject({ overview: { value: { eventCount: 3, sold: 18, refunded: 9 } } });

      const many = [...facts, ...facts];
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray(many, { minLength: many.length }), async (shuffled) => {
          const fixture = await open();
          await fixture.deliverAll(...shuffled);
          expect(await numbers(fixture, shows)).toEqual(expected);
          await stopAll(servers.splice(servers.indexOf(fixture), 1));
        }),
        { numRuns: ORDERS },
      );
    },
    60_000 + ORDERS * 8_000,
  );

  it('are the same when many facts come at once', async () => {
    const { shows, facts } = season();
    const [plain, crowded] = [await open(), await open()];
    await plain.deliverAll(...facts);
    await Promise.all([...facts, ...facts].map((fact) => crowded.deliver(fact)));
    expect(await numbers(crowded, shows)).toEqual(await numbers(plain, shows));
  });
});

describe('a rebuild', () => {
  it('makes the same numbers again from the first fact, whatever became of the sums', async () => {
    const { shows, facts } = season();
    const fixture = await open();
    await fixture.deliverAll(...facts);
    const before = await numbers(fixture, shows);
    await fixture.database.sql('update sales set sold = sold * 2, revenue = -1');
    await fixture.database.sql('delete from events where event_id = $1', [shows[0]?.eventId]);
    await fixture.database.sql('update events set capacity = 1');
    expect(await numbers(fixture, shows)).not.toEqual(before);

    expect(await fixture.rebuild()).toBe(facts.length);
    expect(await numbers(fixture, shows)).toEqual(before);
  });

  it('takes no statement for all that there is, so that no age of a server makes one too long', async () => {
    const { database, rebuild } = await open();
    await database.sql(
      `insert into events (event_id, organizer_id, starts_at, time_zone, capacity, currency, as_of, fact_id)
       select gen_random_uuid(), gen_random_uuid(), now(), 'UTC', 1, 'EUR', now(), gen_random_uuid()
       from generate_series(1, 1100)`,
    );
    await database.sql(
      `insert into sales (event_id, hour, currency, sold, refunded, revenue)
       select event_id, '2027-01-01T00:00:00Z', 'EUR', 1, 0, 1 from events`,
    );
    await database.sql(
      `insert into sales_by_type (event_id, quarter, currency, ticket_type_id, price_zone_id, sold, refunded, revenue)
       select event_id, '2027-01-01T00:00:00Z', 'EUR', gen_random_uuid(), gen_random_uuid(), 1, 0, 1 from events`,
    );
    await database.sql(
      `create function refuse_many() returns trigger language plpgsql as $$ begin
         if (select count(*) from gone) > 500 then raise 'expected at most 500 at once'; end if; return null;
       end $$`,
    );
    for (const table of ['events', 'sales', 'sales_by_type']) {
      await database.sql(
        `create trigger few after delete on ${table} referencing old table as gone
         for each statement execute function refuse_many()`,
      );
    }
    expect(await rebuild()).toBe(0);
    for (const table of ['events', 'sales', 'sales_by_type']) {
      expect(await database.sql(`select from ${table}`)).toEqual([]);
    }
  });

  it('loses and doubles nothing that arrives while it runs', async () => {
    const { shows, facts } = season();
    const [plain, fixture] = [await open(), await open()];
    await plain.deliverAll(...facts);
    const half = facts.length / 2;
    await fixture.deliverAll(...facts.slice(0, half));
    await Promise.all([
      ...facts.slice(half).map((fact) => fixture.deliver(fact)),
      fixture.rebuild(),
      fixture.rebuild(),
    ]);
    expect(await numbers(fixture, shows)).toEqual(await numbers(plain, shows));
  });

  it('happens by itself when the sums were made by older rules', async () => {
    const { shows, facts } = season();
    const fixture = await open();
    await fixture.deliverAll(...facts);
    const before = await numbers(fixture, shows);
    await fixture.database.sql('update sales set sold = 0');
    await fixture.service.start?.();
    expect(await numbers(fixture, shows)).not.toEqual(before);
    await fixture.database.sql('update rules set version = 0');
    await fixture.service.start?.();
    expect(await numbers(fixture, shows)).toEqual(before);
  });
});

describe('while processes are replaced one by one', () => {
  /** As by rules 1: it keeps every fact, and knows hours of sales, but neither types nor names. */
  async function recordByOlderRules({ database }: AnalyticsFixture, facts: readonly FactEnvelope[]) {
    for (const fact of facts) {
      await database.transaction(async (tx) => {
        await tx.sql('insert into kept_facts (id, fact) values ($1, $2)', [fact.id, JSON.stringify(fact)]);
        const contribution = contributionOf(fact);
        if (contribution.kind !== 'sales') return;
        const { eventId, hour, currency, sold, refunded, revenue } = contribution;
        await tx.sql(
          `insert into sales values ($1, $2, $3, $4, $5, $6) on conflict (event_id, hour, currency) do update set
             sold = sales.sold + $4, refunded = sales.refunded + $5, revenue = sales.revenue + $6`,
          [eventId, hour, currency, sold, refunded, revenue],
        );
      });
    }
  }

  it('what an older one counted is made anew by these rules, once it counts no more', async () => {
    const { shows, facts } = season();
    const [plain, fixture] = [await open(), await open()];
    await plain.deliverAll(...facts);
    const expected = await numbers(plain, shows);
    await fixture.deliverAll(...facts.slice(0, 4));
    await recordByOlderRules(fixture, facts.slice(4, 9));
    await fixture.runJobs();
    await recordByOlderRules(fixture, facts.slice(9, 12));
    await fixture.deliverAll(...facts.slice(12));
    await fixture.runJobs();
    expect(await numbers(fixture, shows)).not.toEqual(expected);

    await fixture.runJobs();
    expect(await numbers(fixture, shows)).toEqual(expected);
    expect(await fixture.rebuildAndCompare()).toMatchObject({ comparison: { differences: 0 } });
  });

  it('an older one that starts again leaves the sums of newer rules alone', async () => {
    const { facts } = season();
    const fixture = await open();
    await fixture.deliverAll(...facts);
    await fixture.database.sql('update rules set version = 1000');
    await fixture.database.sql('update sales set sold = 77');
    await fixture.service.start?.();
    await fixture.runJobs();
    await fixture.runJobs();
    expect(await fixture.database.sql('select distinct sold from sales')).toEqual([{ sold: 77 }]);
    expect(await fixture.database.sql('select version from rules')).toEqual([{ version: 1000 }]);
  });

  it('one that starts while another makes the sums anew starts as well, and sees to it later', async () => {
    const { shows, facts } = season();
    const fixture = await open();
    await fixture.deliverAll(...facts);
    const before = await numbers(fixture, shows);
    await fixture.database.sql('update sales set sold = 0');
    await fixture.database.sql('update rules set version = 1');
    await fixture.database.transaction(async (tx) => {
      await tx.sql('lock table kept_facts in share row exclusive mode');
      await fixture.service.start?.();
    });
    await fixture.runJobs();
    await fixture.runJobs();
    expect(await numbers(fixture, shows)).toEqual(before);
  });

  it('a rebuild by hand compares nothing with what an older one counted', async () => {
    const { shows, facts } = season();
    const [plain, fixture] = [await open(), await open()];
    await plain.deliverAll(...facts);
    await recordByOlderRules(fixture, facts);
    expect(await fixture.rebuildAndCompare()).toEqual({ facts: facts.length, comparison: null });
    expect(await fixture.rebuildAndCompare()).toMatchObject({ comparison: { differences: 0 } });
    expect(await numbers(fixture, shows)).toEqual(await numbers(plain, shows));
  });

  it('what an older one has made anew is made anew by these rules', async () => {
    const { shows, facts } = season();
    const fixture = await open();
    await fixture.deliverAll(...facts);
    const before = await numbers(fixture, shows);
    await fixture.database.sql('delete from sales_by_type');
    await fixture.database.sql('update rules set version = 1');
    await fixture.runJobs();
    await fixture.runJobs();
    expect(await numbers(fixture, shows)).toEqual(before);
  });
});

describe('a rebuild that compares', () => {
  it('says that the sums were right', async () => {
    const { facts } = season();
    const fixture = await open();
    await fixture.deliverAll(...facts);
    const [counted] = await fixture.database.sql<{ rows: number }>(
      `select ((select count(*) from events) + (select count(*) from event_artists) + (select count(*) from labels)
         + (select count(*) from sales) + (select count(*) from sales_by_type))::int as rows`,
    );
    expect(counted?.rows).toBeGreaterThan(20);
    expect(await fixture.rebuildAndCompare()).toEqual({
      facts: facts.length,
      comparison: { rows: counted?.rows, differences: 0, first: null },
    });
  });

  it('finds and mends each planted lie', async () => {
    const { shows, facts } = season();
    const fixture = await open();
    await fixture.deliverAll(...facts);
    const before = await numbers(fixture, shows);
    // What each changes, and in how many rows.
    const lies: readonly (readonly [string, string, number])[] = [
      ['update sales set sold = sold + 1 where event_id = $1', 'sales', 4],
      ['update sales_by_type set revenue = 0 where event_id = $1 and refunded = 0', 'sales_by_type', 3],
      ['delete from event_artists where event_id = $1', 'event_artists', 1],
      ["update labels set label = 'x' where event_id = $1 and place = 0", 'labels', 2],
      ['update events set capacity = 1 where event_id = $1', 'events', 1],
      [
        'insert into sales select gen_random_uuid(), hour, currency, 1, 0, 1 from sales where event_id = $1 limit 1',
        'sales',
        1,
      ],
    ];
    for (const [lie, table, differences] of lies) {
      await fixture.database.sql(lie, [shows[0]?.eventId]);
      const { comparison } = (await fixture.rebuildAndCompare()) as Rebuilt;
      const first = comparison?.first;
      expect([first?.row.split(' ')[0], comparison?.differences]).toEqual([table, differences]);
      expect(first?.before).not.toBe(first?.after);
    }
    expect(await fixture.rebuildAndCompare()).toMatchObject({ comparison: { differences: 0 } });
    expect(await numbers(fixture, shows)).toEqual(before);
  });

  it('looks at every event, however many there are', async () => {
    const fixture = await open();
    const shows = Array.from({ length: 45 }, () => new Show());
    await fixture.deliverAll(
      ...shows.flatMap((show) => [show.published(), show.booked(1, '2027-02-01T10:00:00Z').fact]),
    );
    const last = shows
      .map((show) => show.eventId)
      .sort()
      .at(-1);
    await fixture.database.sql('update sales set sold = 9 where event_id = $1', [last]);
    expect(await fixture.rebuildAndCompare()).toMatchObject({
      comparison: { differences: 1, first: { row: expect.stringContaining(`sales ${last}`) } },
    });
  });

  it('is right while facts arrive', async () => {
    const { shows, facts } = season();
    const [plain, fixture] = [await open(), await open()];
    await plain.deliverAll(...facts);
    const half = facts.length / 2;
    await fixture.deliverAll(...facts.slice(0, half));
    const [rebuilt] = await Promise.all([
      fixture.rebuildAndCompare(),
      ...facts.slice(half).map((fact) => fixture.deliver(fact)),
    ]);
    expect(rebuilt).toMatchObject({ comparison: { differences: 0 } });
    expect(await numbers(fixture, shows)).toEqual(await numbers(plain, shows));
  });

  it('compares nothing with sums of older rules, and touches none of newer ones', async () => {
    const { facts } = season();
    const fixture = await open();
    await fixture.deliverAll(...facts);
    await fixture.database.sql('delete from sales_by_type');
    await fixture.database.sql('update rules set version = 1');
    expect(await fixture.rebuildAndCompare()).toEqual({ facts: facts.length, comparison: null });
    expect(await fixture.rebuildAndCompare()).toMatchObject({ comparison: { differences: 0 } });

    await fixture.database.sql('update rules set version = 1000');
    await fixture.database.sql('update sales set sold = 77');
    expect(await fixture.rebuildAndCompare()).toMatchObject({ rejected: true, code: 'NEWER_RULES' });
    expect(await fixture.database.sql('select distinct sold from sales')).toEqual([{ sold: 77 }]);
  });
});

describe('a replay', () => {
  it('reads the bus from its first fact again, brings back what is missing, and counts nothing twice', async () => {
    const { shows, facts } = season();
    const plain = await open();
    await plain.deliverAll(...facts);

    const groups: ConsumeOptions[] = [];
    const bus: Bus = {
      ...memoryBus(),
      async consume(options) {
        groups.push(options);
        return { async stop() {} };
      },
    };
    const fixture = await open({ bus, config: { ANALYTICS_REPLAY: 'after-the-fire' } });
    await fixture.deliverAll(...facts.slice(0, 5));
    const [group] = groups;
    expect(group).toMatchObject({ group: 'analytics.replay-after-the-fire', topics: ['events', 'tickets'] });

    const poison = { ...shows[0]?.published(), id: newId(), data: {} } as FactEnvelope;
    const unrelated = { ...poison, type: 'SeatsHeld' };
    for (const fact of [poison, unrelated, ...facts]) await group?.handle({ fact, position: '1' });
    expect(await numbers(fixture, shows)).toEqual(await numbers(plain, shows));
  });
});
