import type { QueryResolvers } from './schema.generated.ts';

/** What can be looked up by its identifier. */
export function createQueries() {
  return {
    booking: (_, { id }, { loaders }) => loaders.booking(id),
    ticket: (_, { id }, { loaders }) => loaders.ticket(id),
  } satisfies QueryResolvers;
}
