import { booking } from '../../../tickets/domain/booking.ts';

export const theirs = booking;
