import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { type DecimalMoney, fromDecimal } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';

interface Attempt {
  readonly id: string;
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly minor: bigint;
  status: 'AUTHORIZED' | 'CAPTURED' | 'VOIDED' | 'DECLINED';
}

interface AttemptInput {
  readonly bookingId: BookingId;
  readonly attempt: number;
  readonly userId: UserId;
  readonly amount: DecimalMoney;
}

const no = (code: string) => ({ code, message: `the payments subgraph says ${code}`, field: null });
const shown = ({ id, status }: Attempt) => ({ payment: { id, status }, userErrors: [] });
const refused = (code: string) => ({ payment: null, userErrors: [no(code)] });

/** Wallets as the payments subgraph keeps them: each attempt and each refund has one effect and one answer. */
export class WalletsInMemory {
  readonly available = new Map<UserId, bigint>();
  readonly attempts = new Map<string, Attempt>();
  readonly refunds = new Map<string, { readonly bookingId: BookingId; readonly minor: bigint }>();

  topUp(userId: UserId, minor: bigint): void {
    this.available.set(userId, (this.available.get(userId) ?? 0n) + minor);
  }

  authorize(input: AttemptInput): object {
    const known = this.attempts.get(keyOf(input));
    if (known) return this.#authorizedAgain(known);
    const { minor } = fromDecimal(input.amount);
    const available = this.available.get(input.userId) ?? 0n;
    const isPaid = available >= minor;
    const attempt: Attempt = {
      id: newId<'Payment'>(),
      bookingId: input.bookingId,
      userId: input.userId,
      minor,
      status: isPaid ? 'AUTHORIZED' : 'DECLINED',
    };
    this.attempts.set(keyOf(input), attempt);
    if (!isPaid) return refused('INSUFFICIENT_FUNDS');
    this.available.set(input.userId, available - minor);
    return shown(attempt);
  }

  capture(input: Pick<AttemptInput, 'bookingId' | 'attempt'>): object {
    const attempt = this.attempts.get(keyOf(input));
    if (!attempt || attempt.status === 'DECLINED') return refused('PAYMENT_NOT_FOUND');
    if (attempt.status === 'VOIDED') return refused('PAYMENT_VOIDED');
    attempt.status = 'CAPTURED';
    return shown(attempt);
  }

  void(input: Pick<AttemptInput, 'bookingId' | 'attempt' | 'userId'>): object {
    const attempt = this.attempts.get(keyOf(input));
    if (!attempt) {
      const { bookingId, userId } = input;
      this.attempts.set(keyOf(input), { id: newId(), bookingId, userId, minor: 0n, status: 'VOIDED' });
      return { payment: null, userErrors: [] };
    }
    if (attempt.status === 'CAPTURED') return refused('PAYMENT_CAPTURED');
    if (attempt.status === 'AUTHORIZED') {
      this.topUp(attempt.userId, attempt.minor);
      attempt.status = 'VOIDED';
    }
    return shown(attempt);
  }

  refund(input: { bookingId: BookingId; refundId: string; amount: DecimalMoney }): object {
    const captured = [...this.attempts.values()].find(
      ({ bookingId, status }) => bookingId === input.bookingId && status === 'CAPTURED',
    );
    if (!captured) return refused('PAYMENT_NOT_FOUND');
    if (this.refunds.has(input.refundId)) return shown(captured);
    const { minor } = fromDecimal(input.amount);
    if (minor > this.paidFor(input.bookingId)) return refused('REFUND_EXCEEDS_PAYMENT');
    this.refunds.set(input.refundId, { bookingId: input.bookingId, minor });
    this.topUp(captured.userId, minor);
    return shown(captured);
  }

  /** What was captured for a booking less what was refunded, in minor units. */
  paidFor(bookingId: BookingId): bigint {
    const sum = (amounts: readonly { bookingId: BookingId; minor: bigint }[]) =>
      amounts.filter((each) => each.bookingId === bookingId).reduce((total, each) => total + each.minor, 0n);
    const captured = [...this.attempts.values()].filter(({ status }) => status === 'CAPTURED');
    return sum(captured) - sum([...this.refunds.values()]);
  }

  /** Payments of a booking that are authorized and neither captured nor voided. */
  pendingOf(bookingId: BookingId): number {
    return [...this.attempts.values()].filter(
      (attempt) => attempt.bookingId === bookingId && attempt.status === 'AUTHORIZED',
    ).length;
  }

  #authorizedAgain(attempt: Attempt): object {
    if (attempt.status === 'VOIDED') return refused('PAYMENT_VOIDED');
    return attempt.status === 'DECLINED' ? refused('INSUFFICIENT_FUNDS') : shown(attempt);
  }
}

function keyOf({ bookingId, attempt }: { readonly bookingId: BookingId; readonly attempt: number }): string {
  return `${bookingId}:${attempt}`;
}
