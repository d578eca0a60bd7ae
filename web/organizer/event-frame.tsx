import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { graphql } from '../graphql/generated/gql.ts';
import type { OfficeEventQuery } from '../graphql/generated/graphql.ts';
import { useQuery } from '../graphql/hooks.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FaultState } from '../ui/fault-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { type TabItem, Tabs } from '../ui/tabs.tsx';
import { When } from '../ui/when.tsx';
import styles from './event-frame.module.css';
import { EventStatusBadge } from './event-status-badge.tsx';

const OfficeEvent = graphql(`
  query OfficeEvent($id: ID!) {
    event(id: $id) {
      id
      title
      status
      startsAt
      endsAt
      series {
        id
        title
      }
      venue {
        id
        name
        timeZone
      }
      hall {
        id
        name
      }
    }
  }
`);

/** What every page of an event in the office knows of it. */
export type OfficeEventShown = NonNullable<OfficeEventQuery['event']>;

interface EventFrameProps {
  readonly id: string;
  /** What is known of the event as long as nobody answers. */
  readonly kept?: OfficeEventShown | null;
  /** Buttons beside the title. */
  readonly actions?: (event: OfficeEventShown) => ReactNode;
  /** The page below the tabs, once the event is known. */
  readonly children: (event: OfficeEventShown) => ReactNode;
}

/**
 * What stands above each page of an event in the office: which event, where it stands, and the tabs. The page's h1 is the
 * event's title; a page begins its own parts with h2.
 */
export function EventFrame({ id, kept, actions, children }: EventFrameProps) {
  const { t } = useLingui();
  const [{ data, error }, ask] = useQuery({
    query: OfficeEvent,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const event = data?.event ?? (data && !error ? null : kept);
  if (!event) {
    if (error)
      return <FaultState isPage cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    if (data) {
      return (
        <>
          <PageTitle>{t`There is no such event`}</PageTitle>
          <EmptyState
            title={t`Perhaps it is somebody else's`}
            action={
              <LinkButton href="/organizer/events">
                <Trans>To your events</Trans>
              </LinkButton>
            }
          />
        </>
      );
    }
    return (
      <>
        <PageTitle>{t`Event`}</PageTitle>
        <Skeleton height={400} />
      </>
    );
  }
  const { title, startsAt, venue, hall, status, series } = event;
  return (
    <>
      <PageTitle
        above={series && <Link href={`/organizer/series/${series.id}`}>{t`Series: ${series.title}`}</Link>}
        below={
          <span className={styles.below}>
            <EventStatusBadge status={status} />
            <span>
              <When at={startsAt} zone={venue.timeZone} format="dateTime" /> · {venue.name}, {hall.name}
            </span>
          </span>
        }
        actions={actions?.(event)}
      >
        {title}
      </PageTitle>
      <EventTabs event={event} />
      <div className={styles.page}>{children(event)}</div>
    </>
  );
}

/** A draft has nothing that could be sold or checked in. */
function EventTabs({ event: { id, status } }: { readonly event: OfficeEventShown }) {
  const { t } = useLingui();
  const at = `/organizer/events/${id}`;
  const items: TabItem[] = [
    { href: at, label: t({ message: 'Details', context: 'of an event' }) },
    { href: `${at}/prices`, label: t`Prices` },
  ];
  if (status !== 'DRAFT') {
    items.push(
      { href: `${at}/seats`, label: t`Seats` },
      { href: `${at}/sales`, label: t`Sales` },
      { href: `${at}/check-in`, label: t`Check-in` },
      { href: `${at}/orders`, label: t`Orders` },
      { href: `${at}/attendees`, label: t`Attendees` },
      { href: `${at}/move`, label: t`Move` },
      { href: `${at}/cancel`, label: t`Cancel` },
    );
  }
  return <Tabs label={t`Event`} items={items} />;
}
