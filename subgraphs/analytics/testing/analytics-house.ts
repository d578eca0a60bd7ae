import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Asker, Person, Role } from '@parterre/platform/kernel/asker.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { startTestService, type TestService } from '@parterre/platform/testing/test-service.ts';
import { analyticsService } from '../service.ts';
import { artistStatistics, eventStatistics, salesOverview } from './documents.ts';

type Options = NonNullable<Parameters<typeof startTestService<typeof analyticsService.config>>[1]>;

export interface Answer {
  readonly value: unknown;
  readonly code: string | undefined;
}

/** The analytics room as a test works with it. */
export interface AnalyticsHouse {
  readonly service: TestService<unknown>;
  deliver(facts: readonly FactEnvelope[]): Promise<void>;
  event(id: string, asker?: Asker): Promise<Answer>;
  artist(id: string, period: object, asker?: Asker): Promise<Answer>;
  overview(variables: object, asker?: Asker): Promise<Answer>;
}

export function person(role: Role, userId = newId<'User'>()): Person {
  return { kind: 'person', userId, role, sessionId: newId() };
}

const admin = person('ADMIN');

export async function openAnalyticsHouse(options: Options = {}): Promise<AnalyticsHouse> {
  const service = await startTestService(analyticsService, options);

  async function ask(document: string, variables: object, asker: Asker, read: (data: never) => unknown) {
    const { data, errors } = await service.execute(document, { ...variables }, asker);
    return {
      value: data ? read(data as never) : data,
      code: errors?.[0]?.extensions.code as string | undefined,
    };
  }
  const statisticsOf = (data: { _entities: [{ statistics: unknown }] }) => data._entities[0].statistics;

  return {
    service,
    async deliver(facts) {
      for (const fact of facts) await service.deliver(fact);
    },
    event: (id, asker = admin) => ask(eventStatistics, { id }, asker, statisticsOf),
    artist: (id, period, asker = admin) => ask(artistStatistics, { id, ...period }, asker, statisticsOf),
    overview: (variables, asker = admin) =>
      ask(salesOverview, variables, asker, (data: { salesOverview: unknown }) => data.salesOverview),
  };
}
