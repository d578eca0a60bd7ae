import { bookings } from '../postgres/bookings.ts';

export const rows = bookings;
