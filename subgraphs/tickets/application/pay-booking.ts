import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { decidePayment } from '../domain/booking-decisions.ts';
import { evolve } from '../domain/booking-saga-evolution.ts';
import type { Answer } from './answer.ts';
import type { Dependencies } from './dependencies.ts';
import { openSaga, withBooking } from './with-booking.ts';

/**
 * Pays for a booking from its buyer's wallet. Nobody else pays for it, an administrator included: for
 * them there is no such booking.
 */
export function payBooking(deps: Dependencies) {
  return (caller: UserCaller, input: { bookingId: string; idempotencyKey: string }): Promise<Answer> =>
    withBooking(
      deps,
      caller,
      { operation: 'payBooking', ...input },
      (booking) => booking.userId === caller.userId,
      async ({ tx, booking, saga, owes }) => {
        const decision = decidePayment(booking, saga?.phase ?? null, deps.clock.now());
        if (isRejection(decision)) return decision;
        const run = () => deps.bookingSagas.run(booking.id);
        switch (decision) {
          case 'later':
            return { kind: 'later' };
          case 'expire':
            await deps.bookingSagas.change(tx, booking.id, evolve(openSaga(saga), { type: 'TimeRanOut' }));
            return { kind: 'later', run };
          case 'pay': {
            const paying = evolve(openSaga(saga), { type: 'PaymentAsked', owes });
            const change = async () => {
              await deps.bookingSagas.change(tx, booking.id, paying);
              return null;
            };
            return { kind: 'begin', run, change };
          }
          default:
            return exhaustive(decision);
        }
      },
    );
}
