import type { SubgraphName } from '@parterre/contracts/kernel/caller.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';

const modules: Readonly<Record<SubgraphName, () => Promise<ServiceDefinition>>> = {
  users: async () => (await import('@parterre/users/service.ts')).usersService,
  events: async () => (await import('@parterre/events/service.ts')).eventsService,
  tickets: async () => (await import('@parterre/tickets/service.ts')).ticketsService,
  payments: async () => (await import('@parterre/payments/service.ts')).paymentsService,
  loyalty: async () => (await import('@parterre/loyalty/service.ts')).loyaltyService,
  analytics: async () => (await import('@parterre/analytics/service.ts')).analyticsService,
  notifications: async () => (await import('@parterre/notifications/service.ts')).notificationsService,
};

/** One subgraph without the code of the others, which a process of its own has no use for. */
export function loadSubgraph(name: SubgraphName): Promise<ServiceDefinition> {
  return modules[name]();
}
