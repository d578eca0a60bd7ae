import { BookingConfirmed } from '../../../contracts/facts/tickets.ts';
import type { Transaction } from '../../../platform/postgres/database.ts';
import { booking } from '../domain/booking.ts';

export const payBooking = (_tx: Transaction) => ({ booking, fact: BookingConfirmed });
