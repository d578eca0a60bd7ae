import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import { allocate, type DecimalMoney, formatAmount, fromDecimal } from '@parterre/contracts/kernel/money.ts';

interface Reservation {
  readonly discount: DecimalMoney;
  readonly places: readonly { readonly promo: DecimalMoney; readonly points: DecimalMoney }[];
  state: 'RESERVED' | 'COMMITTED' | 'RELEASED';
}

interface ReserveInput {
  readonly bookingId: BookingId;
  readonly subtotal: DecimalMoney;
  readonly places: readonly { readonly price: DecimalMoney }[];
  readonly promoCode: string | null;
  readonly spendPoints: number | null;
}

const no = (code: string) => ({ code, message: `the loyalty subgraph says ${code}`, field: null });

/**
 * Points as the loyalty subgraph keeps them: one reservation a booking. There are two promo codes: FREE takes everything off,
 * FIRST everything off the first place alone.
 */
export class DiscountsInMemory {
  readonly reservations = new Map<BookingId, Reservation>();

  /** Whether the places are named in answers; a version that does not know of them names none. */
  namesPlaces = true;

  reserve(input: ReserveInput): object {
    const known = this.reservations.get(input.bookingId);
    if (known?.state === 'RELEASED') return { reservation: null, userErrors: [no('RESERVATION_ENDED')] };
    if (known) return this.#shown(input.bookingId, known);
    if (input.promoCode !== null && !['FREE', 'FIRST'].includes(input.promoCode)) {
      return { reservation: null, userErrors: [no('PROMO_CODE_NOT_FOUND')] };
    }
    const points = BigInt(input.spendPoints ?? 0);
    if (points > fromDecimal(input.subtotal).minor / 2n) {
      return { reservation: null, userErrors: [no('TOO_MANY_POINTS')] };
    }
    const { currencyCode } = input.subtotal;
    const shown = (minor: bigint) => ({ amount: formatAmount(minor, currencyCode), currencyCode });
    const parts = partsOf(input, points);
    const whole = parts.reduce((sum, part) => sum + part.promo + part.points, 0n);
    const made: Reservation = {
      discount: shown(whole),
      places: parts.map((part) => ({ promo: shown(part.promo), points: shown(part.points) })),
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
    this.reservations.set(bookingId, { discount, places: [], state: 'RELEASED' });
    return { released: true, userErrors: [] };
  }

  stateOf(bookingId: BookingId): Reservation['state'] | 'NONE' {
    return this.reservations.get(bookingId)?.state ?? 'NONE';
  }

  #shown(bookingId: BookingId, { discount, places }: Reservation): object {
    return { reservation: { bookingId, discount, places: this.namesPlaces ? places : [] }, userErrors: [] };
  }
}

/** What a code and points take off each place. */
function partsOf(input: ReserveInput, points: bigint): { promo: bigint; points: bigint }[] {
  const prices = input.places.map(({ price }) => fromDecimal(price).minor);
  const promo = prices.map((minor, index) =>
    input.promoCode === 'FREE' || (input.promoCode === 'FIRST' && index === 0) ? minor : 0n,
  );
  const left = prices.map((minor, index) => minor - (promo[index] ?? 0n));
  const paid = allocate(points, left);
  return promo.map((off, index) => ({ promo: off, points: paid[index] ?? 0n }));
}
