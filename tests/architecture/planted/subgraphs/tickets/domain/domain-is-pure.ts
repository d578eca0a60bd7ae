import type { Transaction } from '../../../platform/postgres/database.ts';

export type StoredBooking = Transaction;
