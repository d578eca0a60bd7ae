import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Catalogue } from '../../application/ports/catalogue.ts';
import { eventCatalogue } from './event-catalogue.ts';
import { planCatalogue } from './plan-catalogue.ts';
import { venueCatalogue } from './venue-catalogue.ts';

/** Everything that this subgraph tells, read in batches. */
export function createCatalogue(database: Database): Catalogue {
  return { ...venueCatalogue(database), ...eventCatalogue(database), ...planCatalogue(database) };
}
