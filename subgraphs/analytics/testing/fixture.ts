import type { Role } from '@parterre/contracts/kernel/caller.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Caller, UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { createServiceOperations } from '@parterre/platform/operations/service-operations.ts';
import { openDatabase } from '@parterre/platform/postgres/open-database.ts';
import { startTestService } from '@parterre/platform/testing/test-service.ts';
import { createPostgresFactStore } from '../adapters/postgres/fact-store.ts';
import { createPostgresStatistics } from '../adapters/postgres/statistics.ts';
import { application } from '../application/application.ts';
import { analyticsService } from '../service.ts';

type Options = NonNullable<Parameters<typeof startTestService<typeof analyticsService.config>>[1]>;

const sums =
  'capacity sold refunded occupancy revenue { amount currencyCode } salesOverTime { at sold refunded }';

const eventStatistics = `query ($id: ID!) {
  _entities(representations: [{ __typename: "Event", id: $id }]) { ... on Event { id statistics { ${sums} } } }
}`;

const amounts = 'sold refunded revenue { amount currencyCode }';
const zoneAmounts = `byPriceZone { priceZone { id } ${amounts} }`;

const salesByType = `query ($id: ID!) {
  _entities(representations: [{ __typename: "Event", id: $id }]) {
    ... on Event { statistics { byTicketType { ticketType { id } ${amounts} ${zoneAmounts} } ${zoneAmounts} } }
  }
}`;

const salesOverTime = `query ($id: ID!, $bucket: SalesBucket, $from: DateTime, $to: DateTime) {
  _entities(representations: [{ __typename: "Event", id: $id }]) {
    ... on Event { statistics { salesOverTime(bucket: $bucket, from: $from, to: $to) { at sold refunded } } }
  }
}`;

const salesAsCsv = `query ($id: ID!, $from: DateTime, $to: DateTime) {
  _entities(representations: [{ __typename: "Event", id: $id }]) {
    ... on Event { statistics { csv(from: $from, to: $to) } }
  }
}`;

const artistStatistics = `query ($id: ID!, $from: DateTime!, $to: DateTime!) {
  _entities(representations: [{ __typename: "Artist", id: $id }]) {
    ... on Artist { id statistics(from: $from, to: $to) { eventCount visitorCount } }
  }
}`;

const salesOverview = `query ($from: DateTime!, $to: DateTime!, $first: Int, $after: String) {
  salesOverview(from: $from, to: $to) {
    from to eventCount sold refunded revenue { amount currencyCode }
    events(first: $first, after: $after) {
      nodes { event { id } sold refunded revenue { amount currencyCode } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

export function userCaller(role: Role, userId = newId<'User'>()): UserCaller {
  return { kind: 'user', userId, role, sessionId: newId() };
}

const admin = userCaller('ADMIN');

/** The analytics subgraph alone, on a fresh database. */
export async function openAnalyticsFixture(options: Options = {}) {
  const fixture = await startTestService(analyticsService, options);
  const { database } = fixture;
  const { commands } = application({
    database,
    factStore: createPostgresFactStore(database),
    statistics: createPostgresStatistics(database),
    operations: createServiceOperations({ service: 'analytics', ...fixture.tools }),
  });

  /** What is read, and the code of what stood in the way. */
  async function request(
    document: string,
    variables: object,
    caller: Caller,
    read: (data: never) => unknown,
  ) {
    const { data, errors } = await fixture.execute(document, { ...variables }, caller);
    return {
      value: data ? read(data as never) : data,
      code: errors?.[0]?.extensions.code as string | undefined,
    };
  }
  const statisticsOf = (data: { _entities: [{ statistics: unknown }] }) => data._entities[0].statistics;

  return {
    ...fixture,
    deliverAll: async (...facts: readonly FactEnvelope[]) => {
      for (const fact of facts) await fixture.deliver(fact);
    },
    rebuild: commands.rebuildStatistics,
    /** As another process does it, with connections of its own. */
    rebuildAndCompare: async () => {
      const { entities, rebuild } = analyticsService;
      const own = await openDatabase({ url: fixture.databaseUrl, entities, poolSize: 2 });
      try {
        return await rebuild?.(own);
      } finally {
        await own.close();
      }
    },

    event: (id: string, caller: Caller = admin) => request(eventStatistics, { id }, caller, statisticsOf),
    salesByType: (id: string) => request(salesByType, { id }, admin, statisticsOf),
    salesOverTime: (id: string, variables: object = {}) =>
      request(salesOverTime, { id, ...variables }, admin, statisticsOf),
    csv: (id: string, period: object = {}, caller: Caller = admin) =>
      request(salesAsCsv, { id, ...period }, caller, statisticsOf),
    artist: (id: string, period: object, caller: Caller = admin) =>
      request(artistStatistics, { id, ...period }, caller, statisticsOf),
    overview: (variables: object, caller: Caller = admin) =>
      request(salesOverview, variables, caller, (data: { salesOverview: unknown }) => data.salesOverview),
  };
}

export type AnalyticsFixture = Awaited<ReturnType<typeof openAnalyticsFixture>>;
