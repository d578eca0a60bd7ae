import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { PaymentSummary } from '../../application/ports.ts';
import type { Context } from './loaders.ts';
import type { QueryResolvers } from './schema.generated.ts';

/** What can be read. */
export function createQueries() {
  return {
    payment: (_query, { id }, context) => visiblePayment(id, context),
  } satisfies QueryResolvers;
}

/** A payment, for its payer and an ADMIN. For anybody else it does not exist. */
export async function visiblePayment(id: string, context: Context): Promise<PaymentSummary | null> {
  if (!isId<'Payment'>(id)) return null;
  const payment = await context.loaders.payment.load(id);
  return payment && mayActFor(context.caller, payment.userId) ? payment : null;
}
