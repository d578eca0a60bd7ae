import type { Role } from '@parterre/contracts/kernel/caller.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Caller, UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { startTestService, type TestService } from '@parterre/platform/testing/test-service.ts';
import { analyticsService } from '../service.ts';
import { artistStatistics, eventStatistics, salesOverview } from './documents.ts';

type Options = NonNullable<Parameters<typeof startTestService<typeof analyticsService.config>>[1]>;

export interface Answer {
  readonly value: unknown;
  readonly code: string | undefined;
}

/** The analytics subgraph as a test works with it. */
export interface AnalyticsFixture {
  readonly service: TestService<unknown>;
  deliver(facts: readonly FactEnvelope[]): Promise<void>;
  event(id: string, caller?: Caller): Promise<Answer>;
  artist(id: string, period: object, caller?: Caller): Promise<Answer>;
  overview(variables: object, caller?: Caller): Promise<Answer>;
}

export function userCaller(role: Role, userId = newId<'User'>()): UserCaller {
  return { kind: 'user', userId, role, sessionId: newId() };
}

const admin = userCaller('ADMIN');

export async function openAnalyticsFixture(options: Options = {}): Promise<AnalyticsFixture> {
  const service = await startTestService(analyticsService, options);

  async function request(document: string, variables: object, caller: Caller, read: (data: never) => unknown) {
    const { data, errors } = await service.execute(document, { ...variables }, caller);
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
    event: (id, caller = admin) => request(eventStatistics, { id }, caller, statisticsOf),
    artist: (id, period, caller = admin) => request(artistStatistics, { id, ...period }, caller, statisticsOf),
    overview: (variables, caller = admin) =>
      request(salesOverview, variables, caller, (data: { salesOverview: unknown }) => data.salesOverview),
  };
}
