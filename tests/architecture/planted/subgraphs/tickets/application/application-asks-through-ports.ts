import { bookings } from '../adapters/postgres/bookings.ts';

export const allBookings = bookings;
