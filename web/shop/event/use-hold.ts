import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { IdempotencyKeys } from '../../app/idempotency.ts';
import { useRefusalText } from '../../app/refusals.tsx';
import { useServices, useUser } from '../../app/services.ts';
import { signInRequest } from '../../app/sign-in-request.ts';
import { graphql } from '../../graphql/generated/gql.ts';
import type { QuoteDiscountQuery } from '../../graphql/generated/graphql.ts';
import { useAsk, useMutation, useQuery } from '../../graphql/hooks.ts';
import type { SeatStore } from '../../seat-map/store.ts';
import { type EventShown, HoldPlaces, QuoteDiscount, SeatsAt } from './event-documents.ts';
import { type ChosenPlace, placesInput, totalOf } from './offer.ts';

const MyPoints = graphql(`
  query MyPoints {
    me {
      id
      loyalty {
        id
        points
        frozen
      }
    }
  }
`);

export interface DiscountWanted {
  readonly promoCode: string;
  readonly spendPoints: number;
}

interface HoldOptions {
  readonly event: EventShown;
  readonly store: SeatStore;
  readonly places: readonly ChosenPlace[];
  /** Ticket types by key of the place. */
  readonly types: ReadonlyMap<string, string>;
  readonly total: ReturnType<typeof totalOf>;
}

type Quote = NonNullable<QuoteDiscountQuery['quoteDiscount']>;

/** Holds what is chosen as a booking and goes there; what a promo code or points make of it is asked while choosing. */
export function useHold({ event, store, places, types, total }: HoldOptions) {
  const refusalText = useRefusalText();
  const { session } = useServices();
  const [, go] = useLocation();
  const ask = useAsk();
  const [, send] = useMutation(HoldPlaces);
  const [keys] = useState(() => new IdempotencyKeys());
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [wanted, setWanted] = useState<DiscountWanted>({ promoCode: '', spendPoints: 0 });
  const availablePoints = useMyPoints();
  const quote = useQuote();

  return {
    hold,
    busy,
    fault,
    quote: quote && { ...quote, rejection: quote.rejections[0] && refusalText(quote.rejections[0].code) },
    discount: { ...wanted, availablePoints },
    setDiscount: (next: DiscountWanted) => setWanted(next),
  };

  function useMyPoints(): number {
    const user = useUser();
    const [{ data }] = useQuery({ query: MyPoints, variables: {}, pause: user === null });
    const account = data?.me?.loyalty;
    return account && !account.frozen ? account.points : 0;
  }

  function useQuote(): Quote | null {
    const user = useUser();
    const isWanted = user !== null && places.length > 0 && (wanted.promoCode !== '' || wanted.spendPoints > 0);
    const question = isWanted ? JSON.stringify([places.map(({ key, count }) => [key, count, types.get(key)]), wanted]) : '';
    const [answer, setAnswer] = useState<{ question: string; quote: Quote } | null>(null);
    useEffect(() => {
      if (question === '') return;
      let isCurrent = true;
      inputOf()
        .then((input) => ask(QuoteDiscount, { input: { eventId: event.id, ...input, ...discountInput() } }))
        .then(({ data }) => {
          if (isCurrent && data?.quoteDiscount) setAnswer({ question, quote: data.quoteDiscount });
        });
      return () => {
        isCurrent = false;
      };
    }, [question]);
    return answer?.question === question ? answer.quote : null;
  }

  async function inputOf() {
    const indexes = places.flatMap(({ kind, at }) => (kind === 'seat' ? [at] : []));
    const ids = new Map<number, string>();
    if (indexes.length > 0) {
      const { data } = await ask(SeatsAt, { planId: store.plan.id, indexes }, { requestPolicy: 'cache-first' });
      for (const { id, index } of data?.seatingPlan?.seatsAt ?? []) ids.set(index, id);
    }
    return placesInput(store, places, types, ids);
  }

  function discountInput() {
    return {
      ...(wanted.promoCode === '' ? {} : { promoCode: wanted.promoCode }),
      ...(wanted.spendPoints === 0 ? {} : { spendPoints: wanted.spendPoints }),
    };
  }

  async function hold(): Promise<void> {
    if (!session.user() && !(await signInRequest.ask())) return;
    setBusy(true);
    setFault(null);
    try {
      await book();
    } finally {
      setBusy(false);
    }
  }

  async function book(): Promise<void> {
    const input = { eventId: event.id, ...(await inputOf()), ...discountInput() };
    const expected = total ? { expectedTotal: total } : {};
    const question = JSON.stringify([input, expected]);
    store.holdStarted();
    const { data, error } = await send({
      input: { ...input, ...expected, idempotencyKey: keys.keyFor(question) },
    });
    const booking = data?.createBooking?.booking;
    const code = error ? 'NO_ANSWER' : data?.createBooking?.userErrors[0]?.code;
    if (code !== 'NO_ANSWER' && code !== 'TRY_AGAIN') keys.settle(question);
    store.holdEnded(booking?.items.flatMap(({ seat }) => (seat ? [seat.index] : [])) ?? []);
    if (booking) {
      store.clear();
      go(`/bookings/${booking.id}`);
    } else {
      setFault(refusalText(code ?? 'NO_ANSWER'));
    }
  }
}
