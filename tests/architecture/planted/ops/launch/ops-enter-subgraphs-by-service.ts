import { booking } from '../../subgraphs/tickets/domain/booking.ts';

export const taken = booking;
