import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Refusal } from '../../app/attempt.ts';
import { useRefusalText } from '../../app/refusals.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { graphql } from '../../graphql/generated/gql.ts';
import { useMutation } from '../../graphql/hooks.ts';
import { shopRefusals } from '../shop-refusals.ts';
import { useTopUp } from '../wallet/use-top-up.ts';
import type { BookingShown } from './booking-fields.ts';

const PayBooking = graphql(`
  mutation PayBooking($input: PayBookingInput!) {
    payBooking(input: $input) {
      booking {
        id
        ...BookingFields
      }
      userErrors {
        code
      }
    }
  }
`);

const LetGo = graphql(`
  mutation LetGo($input: CancelBookingInput!) {
    cancelBooking(input: $input) {
      booking {
        id
        ...BookingFields
      }
      userErrors {
        code
      }
    }
  }
`);

/** What the buttons of a held booking do. `fault` says in words why the last of it was not done. */
export function useCheckout(booking: BookingShown, onPaid: () => void) {
  const refusalText = useRefusalText(shopRefusals);
  const { attempt, isWaiting } = useAttempt();
  const { topUp: putIn, isWaiting: isTopUpWaiting } = useTopUp();
  const [, sendPay] = useMutation(PayBooking);
  const [, sendLetGo] = useMutation(LetGo);
  const [, go] = useLocation();
  const [busy, setBusy] = useState<'pay' | 'let go' | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  /** Shows what was refused. Answers whether it was done. */
  const judge = (refusal: Refusal | null): boolean => {
    setFault(refusal === null ? null : refusalText(refusal));
    return refusal === null;
  };

  const payNow = async (): Promise<boolean> => {
    const refusal = await attempt('pay', async (idempotencyKey) => {
      const { data, error } = await sendPay({ input: { bookingId: booking.id, idempotencyKey } });
      return { error, payload: data?.payBooking };
    });
    return judge(refusal?.code === 'ALREADY_PAID' ? null : refusal);
  };

  const pay = async () => {
    setBusy('pay');
    if (await payNow()) onPaid();
    setBusy(null);
  };

  const topUp = async (amount: BookingShown['total']) => {
    setBusy('pay');
    const outcome = await putIn(amount);
    if (outcome.kind === 'refused') judge(outcome.refusal);
    else if (outcome.kind === 'in' && (await payNow())) onPaid();
    setBusy(null);
  };

  const letGo = async () => {
    setBusy('let go');
    const refusal = await attempt('let go', async (idempotencyKey) => {
      const { data, error } = await sendLetGo({ input: { bookingId: booking.id, idempotencyKey } });
      return { error, payload: data?.cancelBooking };
    });
    setBusy(null);
    if (judge(refusal) && booking.event) go(`/events/${booking.event.id}`);
  };

  return { busy, isWaiting: isWaiting || isTopUpWaiting, fault, pay, topUp, letGo };
}
