import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useQuery } from '../../graphql/hooks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { When } from '../../ui/when.tsx';
import { EventDetails } from '../event/event-documents.ts';
import { EventHall } from '../event/event-hall.tsx';
import { MinimumTerms } from '../event/minimum-terms.tsx';
import styles from './slot-hall.module.css';

interface SlotHallProps {
  readonly seriesId: string;
  readonly eventId: string;
}

/** The hall of the date that is chosen, below the calendar: the same as on the event's own page. */
export function SlotHall({ seriesId, eventId }: SlotHallProps) {
  const { t } = useLingui();
  const [{ data, error }, ask] = useQuery({
    query: EventDetails,
    variables: { id: eventId },
    requestPolicy: 'cache-and-network',
  });
  const event = data?.event;
  // Whoever follows the link to a date of another series is not shown that one under this title.
  if (event && event.series?.id === seriesId) {
    return (
      <section className={styles.slot} aria-labelledby="slot">
        <div className={styles.head}>
          <SlotHeading>
            <When at={event.startsAt} zone={event.venue.timeZone} format="dateTime" />
          </SlotHeading>
          <Link href={`/events/${event.id}`}>
            <Trans>About and refunds</Trans>
          </Link>
          {event.status === 'ON_SALE' && <MinimumTerms of={event} isReached={event.isMinimumReached} />}
        </div>
        <div className={styles.hall}>
          <EventHall event={event} />
        </div>
      </section>
    );
  }
  // A service that is away answers without the event, and with an error: it may well be there.
  if (!event && error) return <FaultState onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!data) return <Skeleton height={560} />;
  return (
    <EmptyState icon="calendar" title={t`There is no such date in this series`}>
      <Trans>Choose another one above.</Trans>
    </EmptyState>
  );
}

/** Takes the focus when it comes, as the heading of a page does: what was chosen is there, below. */
function SlotHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <h2 id="slot" ref={heading} tabIndex={-1} className={styles.heading}>
      {children}
    </h2>
  );
}
