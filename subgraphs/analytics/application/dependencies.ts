import type { ServiceOperations } from '@parterre/platform/operations/service-operations.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { FactStore, Statistics } from './ports.ts';

/** All that the use cases of this subgraph work with. */
export interface Dependencies {
  readonly database: Pick<Database, 'transaction'>;
  readonly factStore: FactStore;
  readonly statistics: Statistics;
  /** What administrators see of this service, and do about it. */
  readonly operations: ServiceOperations;
}
