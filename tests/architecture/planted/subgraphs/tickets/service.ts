import { resolvers } from './adapters/graphql/resolvers.ts';
import { bookings } from './adapters/postgres/bookings.ts';

export const ticketsService = { resolvers, bookings };
