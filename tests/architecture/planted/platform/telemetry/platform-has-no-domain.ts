import { BookingConfirmed } from '../../contracts/facts/tickets.ts';

export const counted = BookingConfirmed;
