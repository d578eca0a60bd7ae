import { payBooking } from './application/pay-booking.ts';

export const application = { payBooking };
