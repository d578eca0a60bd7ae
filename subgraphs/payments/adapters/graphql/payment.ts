import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { PaymentSummary } from '../../application/ports.ts';
import type { PaymentsContext } from './context.ts';
import type { PaymentResolvers } from './schema.generated.ts';

/** A payment, for its payer and an ADMIN. For anybody else it does not exist. */
export async function visiblePayment(id: string, context: PaymentsContext): Promise<PaymentSummary | null> {
  if (!isId<'Payment'>(id)) return null;
  const payment = await context.loaders.payment.load(id);
  return payment && mayActFor(context.caller, payment.userId) ? payment : null;
}

export const payment = {
  __resolveReference: ({ id }, context) => visiblePayment(id, context),
  amount: (source) => toDecimal(source.amount),
  refunded: (source) => toDecimal(source.refunded),
  booking: (source) => ({ id: source.bookingId }),
} satisfies PaymentResolvers;
