import type { RequestContext } from '@parterre/platform/service/service.ts';
import type { TicketsLoaders } from './loaders.ts';

/** What the subgraph's resolvers know of a request. */
export type TicketsContext = RequestContext<TicketsLoaders>;
