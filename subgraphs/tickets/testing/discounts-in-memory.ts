import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import { type DecimalMoney, formatAmount, fromDecimal } from '@parterre/contracts/kernel/money.ts';

interface Reservation {
  readonly discount: DecimalMoney;
  state: 'RESERVED' | 'COMMITTED' | 'RELEASED';
}

const no = (code: string) => ({ code, message: `the loyalty subgraph says ${code}`, field: null });

/** Points as the loyalty subgraph keeps them: one reservation a booking; FREE is the one promo code there is. */
export class DiscountsInMemory {
  readonly reservations = new Map<BookingId, Reservation>();

  reserve(input: {
    bookingId: BookingId;
    subtotal: DecimalMoney;
    promoCode: string | null;
    spendPoints: number | null;
  }): object {
    const known = this.reservations.get(input.bookingId);
    if (known?.state === 'RELEASED') return { reservation: null, userErrors: [no('RESERVATION_ENDED')] };
    if (known) return this.#shown(input.bookingId, known);
    if (input.promoCode !== null && input.promoCode !== 'FREE') {
      return { reservation: null, userErrors: [no('PROMO_CODE_NOT_FOUND')] };
    }
    const subtotal = fromDecimal(input.subtotal).minor;
    const minor = input.promoCode === 'FREE' ? subtotal : BigInt(input.spendPoints ?? 0);
    if (input.promoCode === null && minor > subtotal / 2n) {
      return { reservation: null, userErrors: [no('TOO_MANY_POINTS')] };
    }
    const { currencyCode } = input.subtotal;
    const made: Reservation = {
      discount: { amount: formatAmount(minor, currencyCode), currencyCode },
      state: 'RESERVED',
    };
    this.reservations.set(input.bookingId, made);
    return this.#shown(input.bookingId, made);
  }

  commit({ bookingId }: { readonly bookingId: BookingId }): object {
    const known = this.reservations.get(bookingId);
    if (!known) return { committed: false, userErrors: [no('RESERVATION_NOT_FOUND')] };
    if (known.state === 'RELEASED') return { committed: false, userErrors: [no('RESERVATION_RELEASED')] };
    known.state = 'COMMITTED';
    return { committed: true, userErrors: [] };
  }

  release({ bookingId }: { readonly bookingId: BookingId }): object {
    const known = this.reservations.get(bookingId);
    if (known?.state === 'COMMITTED') return { released: false, userErrors: [no('RESERVATION_COMMITTED')] };
    const discount = known?.discount ?? { amount: '0.00', currencyCode: 'EUR' as const };
    this.reservations.set(bookingId, { discount, state: 'RELEASED' });
    return { released: true, userErrors: [] };
  }

  stateOf(bookingId: BookingId): Reservation['state'] | 'NONE' {
    return this.reservations.get(bookingId)?.state ?? 'NONE';
  }

  #shown(bookingId: BookingId, { discount }: Reservation): object {
    return { reservation: { bookingId, discount }, userErrors: [] };
  }
}
