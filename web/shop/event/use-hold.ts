import { useEffect, useRef, useState } from 'react';
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
import { type ChosenPlace, placesInput, type totalOf } from './offer.ts';

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
export function useHold(options: HoldOptions) {
  const { event, store, total } = options;
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
  const quote = useQuote(options, wanted);

  const hold = async () => {
    if (!session.user() && !(await signInRequest.ask())) return;
    setBusy(true);
    setFault(null);
    const code = await book();
    if (code !== null) setFault(refusalText(code));
    setBusy(false);
  };

  /** Answers why nothing is held, or null. */
  const book = async (): Promise<string | null> => {
    const places = await placesOf(ask, options).catch(() => null);
    if (!places) return 'NO_ANSWER';
    const input = { eventId: event.id, ...places, ...discountInput(wanted) };
    const expected = total ? { expectedTotal: total } : {};
    const question = JSON.stringify([input, expected]);
    store.holdStarted();
    const idempotencyKey = keys.keyFor(question);
    const { data, error } = await send({ input: { ...input, ...expected, idempotencyKey } });
    const booking = data?.createBooking?.booking;
    const code = error ? 'NO_ANSWER' : (data?.createBooking?.userErrors[0]?.code ?? 'NO_ANSWER');
    // Nobody knows what came of it: another try has to be the same request.
    if (booking || (code !== 'NO_ANSWER' && code !== 'TRY_AGAIN')) keys.settle(question);
    store.holdEnded(booking?.items.flatMap(({ seat }) => (seat ? [seat.index] : [])) ?? []);
    if (!booking) return code;
    store.clear();
    go(`/bookings/${booking.id}`);
    return null;
  };

  return {
    hold,
    busy,
    fault,
    quote: quote && { ...quote, rejection: quote.rejections[0] && refusalText(quote.rejections[0].code) },
    discount: { ...wanted, availablePoints },
    setDiscount: setWanted,
  };
}

/** Points that can be spent; none for who is not signed in, or whose account is frozen. */
function useMyPoints(): number {
  const user = useUser();
  const [{ data }] = useQuery({ query: MyPoints, variables: {}, pause: user === null });
  const account = data?.me?.loyalty;
  return account && !account.frozen ? account.points : 0;
}

/** What the code and the points make of it, as the server says; null while nobody asks, or it is not known yet. */
function useQuote(options: HoldOptions, wanted: DiscountWanted): Quote | null {
  const user = useUser();
  const ask = useAsk();
  const { event, places, types } = options;
  const isWanted = user !== null && places.length > 0 && (wanted.promoCode !== '' || wanted.spendPoints > 0);
  const question = isWanted
    ? JSON.stringify([places.map(({ key, count }) => [key, count, types.get(key)]), wanted])
    : '';
  const latest = useRef(options);
  latest.current = options;
  const [answer, setAnswer] = useState<{ question: string; quote: Quote } | null>(null);
  useEffect(() => {
    if (question === '') return;
    let isCurrent = true;
    placesOf(ask, latest.current)
      .then((input) =>
        ask(QuoteDiscount, { input: { eventId: event.id, ...input, ...discountInput(wanted) } }),
      )
      .then(({ data }) => {
        if (isCurrent && data?.quoteDiscount) setAnswer({ question, quote: data.quoteDiscount });
      })
      // Without a quote the price stands as it is; holding asks again.
      .catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [question, ask, event.id, wanted]);
  return answer?.question === question ? answer.quote : null;
}

/** What is chosen by the ids that the API knows. Throws when they cannot be had. */
async function placesOf(ask: ReturnType<typeof useAsk>, { store, places, types }: HoldOptions) {
  const indexes = places.flatMap(({ kind, at }) => (kind === 'seat' ? [at] : []));
  const ids = new Map<number, string>();
  if (indexes.length > 0) {
    const variables = { planId: store.plan.id, indexes };
    const { data } = await ask(SeatsAt, variables, { requestPolicy: 'cache-first' });
    for (const { id, index } of data?.seatingPlan?.seatsAt ?? []) ids.set(index, id);
    if (ids.size !== indexes.length) throw new Error(`expected ${indexes.length} seats, got ${ids.size}`);
  }
  return placesInput(store, places, types, ids);
}

function discountInput({ promoCode, spendPoints }: DiscountWanted) {
  return {
    ...(promoCode === '' ? {} : { promoCode }),
    ...(spendPoints === 0 ? {} : { spendPoints }),
  };
}
