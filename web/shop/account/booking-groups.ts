/** What of a booking says where in the list it stands. */
export interface GroupedBooking {
  readonly status: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly event: { readonly startsAt: string; readonly endsAt: string } | null;
}

export interface BookingGroups<Booking> {
  /** Held and not paid, the one that ends first before the others. */
  readonly open: readonly Booking[];
  /** With tickets that let somebody in, the next event first. */
  readonly coming: readonly Booking[];
  /** Over, given back or never paid, the latest first. */
  readonly past: readonly Booking[];
}

/** Sorts bookings by what can be done with them. `now` is an instant in ISO 8601. */
export function groupBookings<Booking extends GroupedBooking>(
  bookings: readonly Booking[],
  now: string,
): BookingGroups<Booking> {
  const open: Booking[] = [];
  const coming: Booking[] = [];
  const past: Booking[] = [];
  for (const booking of bookings) {
    const { status, expiresAt, event } = booking;
    const isPaid = status === 'CONFIRMED' || status === 'PARTIALLY_REFUNDED';
    const isHeld = status === 'AWAITING_PAYMENT' && Date.parse(expiresAt) > Date.parse(now);
    if (isHeld) open.push(booking);
    else if (isPaid && (event === null || Date.parse(event.endsAt) >= Date.parse(now))) coming.push(booking);
    else past.push(booking);
  }
  return {
    open: open.sort((a, b) => Date.parse(a.expiresAt) - Date.parse(b.expiresAt)),
    coming: coming.sort((a, b) => timeOf(a) - timeOf(b)),
    past: past.sort((a, b) => timeOf(b) - timeOf(a)),
  };
}

function timeOf({ event, createdAt }: GroupedBooking): number {
  return Date.parse(event?.startsAt ?? createdAt);
}
