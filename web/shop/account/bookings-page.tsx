import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'wouter';
import { serverClock } from '../../app/server-clock.ts';
import { useClockOffset } from '../../app/services.ts';
import { graphql } from '../../graphql/generated/gql.ts';
import type { MyBookingsQuery } from '../../graphql/generated/graphql.ts';
import { usePages } from '../../graphql/use-pages.ts';
import { Card } from '../../ui/card.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Money } from '../../ui/money.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { When } from '../../ui/when.tsx';
import styles from './account.module.css';
import { groupBookings } from './booking-groups.ts';
import { BookingStatus } from './booking-status.tsx';

const MyBookings = graphql(`
  query MyBookings($after: String) {
    me {
      id
      bookings(first: 20, after: $after) {
        nodes {
          id
          status
          cancellationReason
          createdAt
          expiresAt
          total {
            amount
            currencyCode
          }
          items {
            section {
              id
            }
          }
          event {
            id
            title
            startsAt
            endsAt
            venue {
              id
              name
              city
              timeZone
            }
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

type Bookings = NonNullable<NonNullable<MyBookingsQuery['me']>['bookings']>;
type Booking = Bookings['nodes'][number];

/** All that somebody has booked: what has to be paid, what comes, what is over. */
export function BookingsPage() {
  const { t } = useLingui();
  const [after, setAfter] = useState<string | null>(null);
  const [now, setNow] = useState(serverNow);
  const [{ data, fetching, error }, ask, pager] = usePages(
    {
      query: MyBookings,
      variables: { after },
      requestPolicy: 'cache-and-network',
    },
    (found) => found.me?.bookings,
  );
  const bookings = data?.me?.bookings;
  const groups = bookings && groupBookings(bookings.nodes, now);
  return (
    <>
      <PageTitle>{t`My tickets`}</PageTitle>
      {!bookings && error && <FaultState onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!bookings && fetching && (
        <div className={styles.list} aria-busy="true">
          <Skeleton height={92} />
          <Skeleton height={92} />
          <Skeleton height={92} />
        </div>
      )}
      {bookings?.nodes.length === 0 && (
        <EmptyState
          title={t`No tickets yet`}
          action={
            <LinkButton href="/" variant="primary">
              <Trans>To the events</Trans>
            </LinkButton>
          }
        >
          <Trans>What you book is kept here, with the codes to show at the door.</Trans>
        </EmptyState>
      )}
      {groups && (
        <>
          <Group title={t`To pay`} bookings={groups.open} onEnd={() => setNow(serverNow())} />
          <Group title={t`Coming up`} bookings={groups.coming} />
          <Group title={t`Earlier`} bookings={groups.past} isPast />
        </>
      )}
      {bookings?.pageInfo.hasNextPage && (
        <Pager hasNext {...pager} onNext={() => setAfter(bookings.pageInfo.endCursor)} />
      )}
    </>
  );
}

function serverNow(): string {
  return new Date(Date.now() + serverClock.offsetMs()).toISOString();
}

interface GroupProps {
  readonly title: string;
  readonly bookings: readonly Booking[];
  readonly isPast?: boolean;
  /** The time to pay for one of them is over. */
  readonly onEnd?: () => void;
}

function Group({ title, bookings, isPast = false, onEnd }: GroupProps) {
  if (bookings.length === 0) return null;
  return (
    <section className={styles.group} aria-label={title}>
      <h2>{title}</h2>
      <ul className={styles.list}>
        {bookings.map((booking) => (
          <li key={booking.id}>
            <BookingCard booking={booking} isPast={isPast} {...(onEnd ? { onEnd } : {})} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface BookingCardProps {
  readonly booking: Booking;
  readonly isPast: boolean;
  readonly onEnd?: () => void;
}

function BookingCard({ booking, isPast, onEnd }: BookingCardProps) {
  const { t } = useLingui();
  const clockOffsetMs = useClockOffset();
  const { id, status, expiresAt, event, items, total } = booking;
  return (
    <Card as="article" pressable className={styles.booking}>
      <div>
        <h3>
          <Link href={`/bookings/${id}`} data-cover>
            {event?.title ?? t`Booking`}
          </Link>
        </h3>
        {event && (
          <p className={styles.quiet}>
            <When at={event.startsAt} zone={event.venue.timeZone} format="dateTime" /> · {event.venue.name},{' '}
            {event.venue.city}
          </p>
        )}
      </div>
      <div className={styles.sum}>
        <p>
          <Plural value={items.length} one="# place" other="# places" /> · <Money value={total} />
        </p>
        <p className={styles.state}>
          {status === 'AWAITING_PAYMENT' && !isPast && (
            <Countdown until={expiresAt} clockOffsetMs={clockOffsetMs} {...(onEnd ? { onEnd } : {})} />
          )}
          <BookingStatus booking={booking} isPast={isPast} />
        </p>
      </div>
    </Card>
  );
}
