import type { SagaDefinition } from '@parterre/platform/saga/saga.ts';
import { type BookingSaga, type BookingStep, nextStep } from '../../domain/booking-saga.ts';
import { type BookingEvent, evolve } from '../../domain/booking-saga-evolution.ts';
import { storedBookingSaga } from '../../domain/stored-saga.ts';
import type { SagaDependencies } from '../dependencies.ts';
import { commitBooking } from './commit.ts';
import { confirmAtOnce } from './in-hand.ts';
import { bookingSteps } from './steps.ts';

/** The saga of a booking as the platform's driver runs it. */
export function bookingSagaDefinition(
  deps: SagaDependencies,
): SagaDefinition<BookingSaga, BookingStep, BookingEvent> {
  return {
    type: 'booking',
    stored: storedBookingSaga,
    decide(saga, now) {
      const next = nextStep(saga, now);
      switch (next.kind) {
        case 'step':
          return { kind: 'perform', step: next.step, giveUpAt: giveUpAt(saga) };
        case 'time-ran-out':
          return { kind: 'happen', event: { type: 'TimeRanOut' } };
        default:
          return next;
      }
    },
    perform: bookingSteps(deps),
    evolve,
    // Within a phase every step can be asked again, so only a change of phase is worth a commit.
    isCommitPoint: (before, after) => before.phase.name !== after.phase.name,
    commitAtOnce: (save, _before, after) => confirmAtOnce(deps, save, after),
    commit: (tx, before, after, event) => commitBooking(deps, tx, before, after, event),
  };
}

/** Pricing alone gives up by the clock: nothing is paid yet, and the seats are gone when their hold is. */
function giveUpAt(saga: BookingSaga): Date | undefined {
  return saga.phase.name === 'pricing' ? new Date(saga.expiresAt) : undefined;
}
