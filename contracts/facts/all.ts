import * as events from './events.ts';
import type { FactDefinition } from './fact.ts';
import * as loyalty from './loyalty.ts';
import * as notifications from './notifications.ts';
import * as payments from './payments.ts';
import * as tickets from './tickets.ts';
import * as users from './users.ts';

/** Every fact that travels on the bus, by the subgraph that publishes it. */
export const allFacts: readonly FactDefinition[] = [
  users,
  events,
  tickets,
  payments,
  loyalty,
  notifications,
].flatMap((subgraph) => Object.values(subgraph) as unknown as FactDefinition[]);
