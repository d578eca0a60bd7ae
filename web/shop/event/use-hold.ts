import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { done, isDecided, type Refusal } from '../../app/attempt.ts';
import { useServices, useUser } from '../../app/services.ts';
import { signInRequest } from '../../app/sign-in-request.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { graphql } from '../../graphql/generated/gql.ts';
import type { HoldPlacesMutation, QuoteDiscountQuery } from '../../graphql/generated/graphql.ts';
import { useAsk, useMutation, useQuery } from '../../graphql/hooks.ts';
import type { SeatStore } from '../../seat-map/places/store.ts';
import { EventDetails, type EventShown, HoldPlaces, QuoteDiscount, SeatsAt } from './event-documents.ts';
import { freeAgain } from './free-again.ts';
import { type ChosenPlace, placesInput, type totalOf } from './offer.ts';
import { spendablePoints } from './ticket-rules.ts';

const MyPoints = graphql(`
  query MyPoints {
    me {
      id
      loyalty {
        id
        points
        reservedPoints
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
  /** Asks for the map as it is now: what others took leaves the selection. */
  readonly onStale: () => Promise<void>;
}

/** Why nothing is held, and what it would have cost before the price changed. */
export interface HoldFault extends Refusal {
  readonly before: ReturnType<typeof totalOf>;
}

const noAnswer: Refusal = { code: 'NO_ANSWER' };
/** So long a refused hold may take to let its seats go. */
const RELEASE_MS = 5_000;

export type HeldBooking = NonNullable<NonNullable<HoldPlacesMutation['createBooking']>['booking']>;
type Quote = NonNullable<QuoteDiscountQuery['quoteDiscount']>;

/** Holds what is chosen as a booking and goes there; what a promo code or points make of it is asked while choosing. */
export function useHold(options: HoldOptions) {
  const { event, store, onStale } = options;
  const { session } = useServices();
  const [, go] = useLocation();
  const ask = useAsk();
  const [, send] = useMutation(HoldPlaces);
  const { attempt, isWaiting } = useAttempt();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<HoldFault | null>(null);
  const [typed, setTyped] = useState<DiscountWanted>({ promoCode: '', spendPoints: 0 });
  const availablePoints = useMyPoints();
  const { promoCode } = typed;
  // Whose choice has become cheaper spends no more than that allows.
  const spendPoints = Math.min(typed.spendPoints, spendablePoints(availablePoints, options.total));
  const wanted = useMemo(() => ({ promoCode, spendPoints }), [promoCode, spendPoints]);
  const quote = useQuote(options, wanted);

  // Who signs in on the way has another client, with another cache, from then on.
  const latest = useRef({ ask, send, options, wanted, quote });
  latest.current = { ask, send, options, wanted, quote };

  const hold = async () => {
    if (!session.user() && !(await signInRequest.ask())) return;
    setBusy(true);
    setFault(null);
    const before = expectedTotal();
    const refusal = await book().catch(() => noAnswer);
    if (refusal?.code === 'PRICE_CHANGED') await latest.current.ask(EventDetails, { id: event.id });
    if (refusal !== null) {
      setFault({ ...refusal, before });
      await release(refusal);
    }
    setBusy(false);
  };

  /** Nothing is held: what is free stays chosen, what others have does not. */
  const release = async (refusal: Refusal) => {
    // Perhaps it is held: another try asks for the same places and learns it.
    if (!isDecided(refusal) && refusal.code !== 'RATE_LIMITED') return;
    await onStale().catch(() => {});
    if (refusal.code !== 'SEATS_TAKEN') await freeAgain(store, store.chosen, AbortSignal.timeout(RELEASE_MS));
    store.holdEnded([]);
  };

  /** What the buyer was shown; null where nobody knows yet what a code or points make of it. */
  const expectedTotal = () => {
    const now = latest.current;
    const hasDiscount = now.wanted.promoCode !== '' || now.wanted.spendPoints > 0;
    return hasDiscount ? (now.quote?.total ?? null) : now.options.total;
  };

  /** Answers why nothing is held, or null. */
  const book = async (): Promise<Refusal | null> => {
    const places = await placesOf(latest.current.ask, latest.current.options);
    const expected = expectedTotal();
    const input = {
      eventId: event.id,
      ...places,
      ...discountInput(latest.current.wanted),
      ...(expected ? { expectedTotal: expected } : {}),
    };
    const held: { booking?: HeldBooking | null } = {};
    const path = location.pathname;
    store.holdStarted();
    const refusal = await attempt(JSON.stringify(input), async (idempotencyKey) => {
      const { data, error } = await latest.current.send({ input: { ...input, idempotencyKey } });
      held.booking = data?.createBooking?.booking ?? null;
      return held.booking ? done : { error, payload: data?.createBooking };
    });
    const { booking } = held;
    if (!booking) return refusal ?? noAnswer;
    store.holdEnded(booking.items.flatMap(({ seat }) => (seat ? [seat.index] : [])));
    store.clear();
    // Who has gone elsewhere meanwhile finds it in the bar above each page.
    if (location.pathname === path) go(`/bookings/${booking.id}`);
    return null;
  };

  return {
    hold,
    busy,
    isWaiting,
    fault,
    quote,
    discount: { ...wanted, availablePoints },
    setDiscount: setTyped,
  };
}

/** Points that can be spent; none for who is not signed in, or whose account is frozen. */
function useMyPoints(): number {
  const user = useUser();
  const [{ data }] = useQuery({
    query: MyPoints,
    variables: {},
    pause: user === null,
    // Payments earn and spend them.
    requestPolicy: 'cache-and-network',
  });
  const account = user === null ? null : data?.me?.loyalty;
  return account && !account.frozen ? account.points - account.reservedPoints : 0;
}

/** What the code and the points make of it, as the server says; null while nobody asks, or it is not known yet. */
function useQuote(options: HoldOptions, wanted: DiscountWanted): Quote | null {
  const user = useUser();
  const ask = useAsk();
  const { event, places, types, total } = options;
  const isWanted = user !== null && places.length > 0 && (wanted.promoCode !== '' || wanted.spendPoints > 0);
  const question = isWanted
    ? JSON.stringify([places.map(({ key, count }) => [key, count, types.get(key)]), wanted, total])
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
