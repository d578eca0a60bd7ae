import { Trans } from '@lingui/react/macro';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { done } from '../../app/attempt.ts';
import { BusyNotice } from '../../app/busy-notice.tsx';
import { useRefusalText } from '../../app/refusals.ts';
import { useServices } from '../../app/services.ts';
import { signInRequest } from '../../app/sign-in-request.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useMutation } from '../../graphql/hooks.ts';
import type { PlaceFilter } from '../../seat-map/places/filter.ts';
import type { SeatStore } from '../../seat-map/places/store.ts';
import { Button } from '../../ui/button.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { shopRefusals } from '../shop-refusals.ts';
import { type EventShown, HoldPlaces } from './event-documents.ts';
import type { FreeOfZone } from './free-by-zone.ts';
import { bestZone } from './offer.ts';
import type { HeldBooking } from './use-hold.ts';

interface BestPlacesProps {
  readonly event: EventShown;
  readonly store: SeatStore;
  readonly filter: PlaceFilter;
  readonly party: number;
  readonly free: readonly FreeOfZone[];
}

/** Has the server choose and hold so many seats side by side, in the dearest zone with room of those that pass the filter. */
export function BestPlaces({ event, store, filter, party, free }: BestPlacesProps) {
  const { warn } = useToasts();
  const refusalText = useRefusalText(shopRefusals);
  const { session } = useServices();
  const [, go] = useLocation();
  const [{ fetching }, hold] = useMutation(HoldPlaces);
  const { attempt, isWaiting } = useAttempt();
  // Who signs in on the way has another client, with another cache, from then on.
  const latest = useRef({ hold });
  latest.current = { hold };
  const zone = bestZone(event, filter, (id) => {
    const at = store.plan.zones.findIndex((other) => other.id === id);
    return (free[at]?.seats ?? 0) >= party;
  });
  if (!zone) return null;

  const choose = async () => {
    if (!session.user() && !(await signInRequest.ask())) return;
    const path = location.pathname;
    const held: { booking?: HeldBooking | null | undefined } = {};
    store.holdStarted();
    const bestAvailable = { priceZoneId: zone.priceZone.id, partySize: party };
    const refusal = await attempt(JSON.stringify(bestAvailable), async (idempotencyKey) => {
      const input = { eventId: event.id, bestAvailable, idempotencyKey };
      const { data, error } = await latest.current.hold({ input });
      held.booking = data?.createBooking?.booking;
      return held.booking ? done : { error, payload: data?.createBooking };
    });
    const { booking } = held;
    store.holdEnded(booking?.items.flatMap(({ seat }) => (seat ? [seat.index] : [])) ?? []);
    if (location.pathname !== path) return;
    if (booking) go(`/bookings/${booking.id}`);
    else warn(refusalText(refusal ?? 'NO_ANSWER'));
  };
  const { label } = zone.priceZone;
  return (
    <>
      <Button busy={fetching || isWaiting} onClick={choose}>
        <Trans>
          Best {party} in {label}
        </Trans>
      </Button>
      <BusyNotice isWaiting={isWaiting} />
    </>
  );
}
