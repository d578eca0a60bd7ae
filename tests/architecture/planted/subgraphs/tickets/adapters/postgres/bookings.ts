import { connections } from '../../../../platform/postgres/database.ts';
import { booking } from '../../domain/booking.ts';

export const bookings = { booking, connections };
