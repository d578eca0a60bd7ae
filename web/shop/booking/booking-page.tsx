import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
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
      {booking.status === 'AWAITING_PAYMENT' && (
        <HeldBooking booking={booking} onPaid={() => setJustPaid(true)} />
      )}
      {(booking.status === 'CONFIRMED' || booking.status === 'PARTIALLY_REFUNDED') && (
        <PaidBooking booking={booking} isJustPaid={isJustPaid} />
      )}
      {(booking.status === 'CANCELLED' || booking.status === 'EXPIRED' || booking.status === 'REFUNDED') && (
        <EndedBooking booking={booking} />
      )}
    </>
  );
}
