export const BookingConfirmed = 'BookingConfirmed';
