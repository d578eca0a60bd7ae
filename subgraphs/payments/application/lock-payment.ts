import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Payment } from '../domain/payment.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * An attempt as it stands while its payer's wallet is locked. The first look only tells whose wallet; what
 * it saw may have changed until the lock is ours (a capture and a void race here), so we look again.
 */
export async function lockPayment(
  deps: Dependencies,
  tx: Transaction,
  bookingId: BookingId,
  attempt: number,
): Promise<Payment | null> {
  const seen = await deps.payments.find(tx, bookingId, attempt);
  if (!seen) return null;
  await deps.wallets.lock(tx, seen.userId);
  return deps.payments.find(tx, bookingId, attempt);
}
