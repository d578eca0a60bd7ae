import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import { decidePayment } from '../domain/booking-decisions.ts';
import { evolve } from '../domain/booking-saga-evolution.ts';
import type { Dependencies } from './dependencies.ts';
import type { Answer } from './idempotent-request.ts';
import { type BookingInHand, type Decided, openSaga, withBooking } from './with-booking.ts';

export interface PayBooking {
  readonly bookingId: string;
  readonly idempotencyKey: string;
}

/**
 * Pays for a booking from its buyer's wallet. Nobody else pays for it, an administrator included: for
 * them there is no such booking.
 */
export function payBooking(deps: Dependencies, command: PayBooking, context: UserContext): Promise<Answer> {
  return withBooking(
    deps,
    {
      operation: 'payBooking',
      ...command,
      mayAct: (booking) => booking.userId === context.caller.userId,
      decide: (inHand) => pay(deps, inHand, context.now),
    },
    context,
  );
}

async function pay(
  { bookingSagas }: Dependencies,
  { tx, booking, saga, pendingResponse }: BookingInHand,
  now: Date,
): Promise<Decided> {
  const decision = decidePayment(booking, saga?.phase ?? null, now);
  if (isRejection(decision)) return decision;
  const run = () => bookingSagas.run(booking.id);
  switch (decision) {
    case 'later':
      return { kind: 'later' };
    case 'expire':
      await bookingSagas.change(tx, booking.id, evolve(openSaga(saga), { type: 'TimeRanOut' }));
      return { kind: 'later', run };
    case 'pay': {
      const paying = evolve(openSaga(saga), { type: 'PaymentRequested', pendingResponse });
      const change = async () => {
        await bookingSagas.change(tx, booking.id, paying);
        return null;
      };
      return { kind: 'begin', run, change };
    }
    default:
      return exhaustive(decision);
  }
}
