import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useUser } from '../../app/services.ts';
import { signInRequest } from '../../app/sign-in-request.ts';
import { useFragment as readFragment } from '../../graphql/generated/fragment-masking.ts';
import { graphql } from '../../graphql/generated/gql.ts';
import { useQuery, useSubscription } from '../../graphql/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { When } from '../../ui/when.tsx';
import { BookingFields } from './booking-fields.ts';
import { EndedBooking } from './ended-booking.tsx';
import { HeldBooking } from './held-booking.tsx';
import { PaidBooking } from './paid-booking.tsx';

const BookingById = graphql(`
  query BookingById($id: ID!) {
    booking(id: $id) {
      id
      ...BookingFields
    }
  }
`);

const BookingChanged = graphql(`
  subscription BookingChanged($id: ID!) {
    bookingChanged(bookingId: $id) {
      id
      ...BookingFields
    }
  }
`);

/** One page for a booking's whole life: held, paid, given back. It follows what happens elsewhere. */
export default function BookingPage({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const user = useUser();
  const [{ data, fetching, error }, ask] = useQuery({
    query: BookingById,
    variables: { id },
    pause: user === null,
    requestPolicy: 'cache-and-network',
  });
  useSubscription(BookingChanged, { id }, user === null);
  // Words about what was done here stand on the page that comes of it.
  const [isJustPaid, setJustPaid] = useState(false);
  const booking = readFragment(BookingFields, data?.booking);
  useFocusKept(booking?.status);
  if (user === null) {
    return (
      <EmptyState
        isPage
        title={t`Sign in to see this booking`}
        action={
          <Button onClick={() => signInRequest.ask()}>
            <Trans>Sign in</Trans>
          </Button>
        }
      />
    );
  }
  if (!booking && error) return <FaultState isPage onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!booking && (fetching || !data)) {
    return (
      <>
        <PageTitle>{t`Booking`}</PageTitle>
        <Skeleton lines={8} />
      </>
    );
  }
  if (!booking) {
    return (
      <EmptyState
        isPage
        title={t`There is no such booking`}
        action={
          <LinkButton href="/account/bookings">
            <Trans>My tickets</Trans>
          </LinkButton>
        }
      >
        <Trans context="booking">It may belong to another account.</Trans>
      </EmptyState>
    );
  }
  const { event } = booking;
  const isPaid = booking.status === 'CONFIRMED' || booking.status === 'PARTIALLY_REFUNDED';
  return (
    <>
      <PageTitle
        above={<Link href="/account/bookings">{t`My tickets`}</Link>}
        below={
          event && (
            <>
              <When at={event.startsAt} zone={event.venue.timeZone} format="dateTime" /> · {event.venue.name},{' '}
              {event.hall.name} · {event.venue.city}
            </>
          )
        }
      >
        {event?.title ?? t`Booking`}
      </PageTitle>
      <div role="status">
        {isJustPaid && isPaid && (
          <Notice tone="ok">
            <Trans>Paid. Your tickets are below, and on their way to your e-mail address.</Trans>
          </Notice>
        )}
      </div>
      {booking.status === 'AWAITING_PAYMENT' && (
        <HeldBooking booking={booking} onPaid={() => setJustPaid(true)} />
      )}
      {isPaid && <PaidBooking booking={booking} />}
      {(booking.status === 'CANCELLED' || booking.status === 'EXPIRED' || booking.status === 'REFUNDED') && (
        <EndedBooking booking={booking} />
      )}
    </>
  );
}

/** A button goes with what it has done: then the heading of what has come of it has the focus, not nothing. */
function useFocusKept(status: string | undefined): void {
  const before = useRef(status);
  useEffect(() => {
    const isOther = before.current !== undefined && before.current !== status;
    before.current = status;
    if (isOther && document.activeElement === document.body) {
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    }
  }, [status]);
}
