import type { RequestContext } from '@parterre/platform/service/service.ts';
import type { Loaders } from './loaders.ts';

/** What the resolvers of this subgraph get. */
export type EventsContext = RequestContext<Loaders>;
