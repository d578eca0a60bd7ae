import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { done, type Refusal } from '../../app/attempt.ts';
import { BusyNotice } from '../../app/busy-notice.tsx';
import { useRefusalText } from '../../app/refusals.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useAsk, useMutation } from '../../graphql/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { EventMap, HoldPlaces } from '../event/event-documents.ts';
import { PlaceName } from '../place-name.tsx';
import { shopRefusals } from '../shop-refusals.ts';
import styles from './booking.module.css';
import type { BookingShown } from './booking-fields.ts';
import { placesLeft, samePlaces } from './same-places.ts';

type Item = BookingShown['items'][number];

type Outcome =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'gone'; readonly gone: readonly Item[] };

/** Holds the places of a booking that has ended once more; where some are gone it names them and offers the others. */
export function TakeAgain({ booking: { event, items, discount } }: { readonly booking: BookingShown }) {
  const ask = useAsk();
  const { attempt, isWaiting } = useAttempt();
  const [, hold] = useMutation(HoldPlaces);
  const [, go] = useLocation();
  const [wanted, setWanted] = useState<readonly Item[]>(items);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  if (!event) return null;

  const take = async () => {
    setBusy(true);
    setOutcome(null);
    let bookingId: string | undefined;
    const places = samePlaces(wanted);
    const refusal = await attempt(JSON.stringify(places), async (idempotencyKey) => {
      const { data, error } = await hold({ input: { eventId: event.id, ...places, idempotencyKey } });
      bookingId = data?.createBooking?.booking?.id;
      return bookingId ? done : { error, payload: data?.createBooking };
    });
    if (bookingId !== undefined) go(`/bookings/${bookingId}`);
    else setOutcome(await explained(refusal ?? { code: 'NO_ANSWER' }));
    setBusy(false);
  };

  const explained = async (refusal: Refusal): Promise<Outcome> => {
    const { code } = refusal;
    if (code !== 'SEATS_TAKEN' && code !== 'STANDING_SOLD_OUT') return { kind: 'refused', refusal };
    const { data } = await ask(EventMap, { id: event.id });
    const map = data?.event?.seatMap;
    if (!map) return { kind: 'refused', refusal };
    const { left, gone } = placesLeft(wanted, map);
    if (gone.length === 0) return { kind: 'refused', refusal: { code: 'TRY_AGAIN' } };
    setWanted(left);
    return { kind: 'gone', gone };
  };

  return (
    <>
      <div aria-live="polite">{outcome && <Explained outcome={outcome} />}</div>
      <BusyNotice isWaiting={isWaiting} />
      {wanted.length > 0 && (
        <Button variant="primary" busy={busy} onClick={take}>
          {wanted.length === items.length ? (
            <Trans>Take the same places again</Trans>
          ) : (
            <Plural value={wanted.length} one="Take the # that is left" other="Take the # that are left" />
          )}
        </Button>
      )}
      {Number(discount.amount) > 0 && (
        <p className={styles.quiet}>
          <Trans>
            A promo code and points are not taken along. To use them, choose the places in the hall.
          </Trans>
        </p>
      )}
    </>
  );
}

function Explained({ outcome }: { readonly outcome: Outcome }) {
  const refusalText = useRefusalText(shopRefusals);
  if (outcome.kind === 'refused') {
    return (
      <Notice tone="danger">
        {refusalText(outcome.refusal)}{' '}
        {outcome.refusal.code === 'EMAIL_NOT_CONFIRMED' && (
          <Link href="/account/security">
            <Trans>Confirm the address</Trans>
          </Link>
        )}
      </Notice>
    );
  }
  return (
    <Notice
      tone="warn"
      title={<Plural value={outcome.gone.length} one="This place is gone" other="These places are gone" />}
    >
      <ul className={styles.gone}>
        {outcome.gone.map(({ seat, section }, at) => (
          // A standing place has no identity of its own, and this list never changes.
          <li key={seat?.id ?? `${section?.id}-${at}`}>
            <PlaceName section={section} seat={seat} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
