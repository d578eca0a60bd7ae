import { CompensationRefused, type SagaDefinition } from '@parterre/platform/saga/saga.ts';
import { bookingSteps } from '../../application/booking-steps.ts';
import type { SagaDependencies } from '../../application/dependencies.ts';
import { NotCompensated } from '../../application/not-compensated.ts';
import { refundSteps } from '../../application/refund-steps.ts';
import { storeBookingProgress } from '../../application/store-booking-progress.ts';
import { storeRefundProgress } from '../../application/store-refund-progress.ts';
import { type BookingSaga, type BookingStep, nextStep } from '../../domain/booking-saga.ts';
import { type BookingEvent, evolve } from '../../domain/booking-saga-evolution.ts';
import {
  evolveRefund,
  nextRefundStep,
  type RefundEvent,
  type RefundSaga,
  type RefundStep,
} from '../../domain/refund-saga.ts';

/** The saga of a booking as the platform's driver runs it. */
export function bookingSagaDefinition(
  deps: SagaDependencies,
): SagaDefinition<BookingSaga, BookingStep, BookingEvent> {
  return {
    type: 'booking',
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
    perform: withParking(bookingSteps(deps)),
    evolve,
    // Within a phase every step can be asked again, so only a change of phase is worth a commit.
    isCommitPoint: (before, after) => before.phase.name !== after.phase.name,
    commit: storeBookingProgress(deps),
  };
}

/** The saga of a refund as the platform's driver runs it. */
export function refundSagaDefinition(
  deps: SagaDependencies,
): SagaDefinition<RefundSaga, RefundStep, RefundEvent> {
  return {
    type: 'refund',
    decide(saga) {
      const step = nextRefundStep(saga);
      return step ? { kind: 'perform', step } : { kind: 'done' };
    },
    perform: withParking(refundSteps(deps)),
    evolve: evolveRefund,
    // The refunded money and the released seats both answer the same again, so only the end is stored.
    isCommitPoint: (_before, after) => nextRefundStep(after) === null,
    commit: storeRefundProgress(deps),
  };
}

/** Pricing alone gives up by the clock: nothing is paid yet, and the seats are gone when their hold is. */
function giveUpAt(saga: BookingSaga): Date | undefined {
  return saga.phase.name === 'pricing' ? new Date(saga.expiresAt) : undefined;
}

/** Says to the driver in its own words that a compensation was refused, so that it parks the saga and alarms. */
function withParking<Step extends string, State, Event>(
  steps: Readonly<Record<Step, (state: State) => Promise<Event>>>,
): Record<Step, (state: State) => Promise<Event>> {
  const parking = (perform: (state: State) => Promise<Event>) => async (state: State) => {
    try {
      return await perform(state);
    } catch (error) {
      if (error instanceof NotCompensated) throw new CompensationRefused(error.message, { cause: error });
      throw error;
    }
  };
  return Object.fromEntries(
    Object.entries(steps).map(([step, perform]) => [
      step,
      parking(perform as (state: State) => Promise<Event>),
    ]),
  ) as Record<Step, (state: State) => Promise<Event>>;
}
