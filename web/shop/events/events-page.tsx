import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { graphql } from '../../graphql/generated/gql.ts';
import type { EventsOnSaleQuery } from '../../graphql/generated/graphql.ts';
import { useQuery } from '../../graphql/hooks.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { Money } from '../../ui/money.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { When } from '../../ui/when.tsx';
import { EventSearch } from './event-search.tsx';
import styles from './events-page.module.css';
import { filterOf, searchOf } from './search-address.ts';

const EventsOnSale = graphql(`
  query EventsOnSale($search: String, $filter: EventFilter, $after: String) {
    events(search: $search, filter: $filter, first: 24, after: $after) {
      nodes {
        id
        title
        startsAt
        freePlaces
        priceRange {
          lowest {
            amount
            currencyCode
          }
          highest {
            amount
            currencyCode
          }
        }
        series {
          id
        }
        artists {
          id
          name
        }
        venue {
          id
          name
          city
          timeZone
        }
        hall {
          id
          name
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

type EventOnSale = NonNullable<EventsOnSaleQuery['events']>['nodes'][number];

/** What can be bought, by date. What is searched for stands in the address, so that the back button brings it back. */
export default function EventsPage() {
  const { t } = useLingui();
  const [parameters] = useSearchParams();
  const search = searchOf(parameters);
  // How far the list was read is kept with what was searched for: another search begins anew.
  const [read, setRead] = useState<{ address: string; after: string | null }>({ address: '', after: null });
  const address = parameters.toString();
  const after = read.address === address ? read.after : null;
  const [now] = useState(() => new Date().toISOString());
  const [{ data, fetching, error }, ask] = useQuery({
    query: EventsOnSale,
    variables: { search: search.q || null, filter: filterOf(search, now), after },
    requestPolicy: 'cache-and-network',
  });
  const events = data?.events?.nodes;
  const page = data?.events?.pageInfo;
  return (
    <>
      <PageTitle>{t`Events`}</PageTitle>
      <EventSearch />
      {error && !events && <FaultState onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!events && fetching && <ListSkeleton />}
      {events?.length === 0 && (
        <EmptyState title={t`Nothing found`}>
          <Trans>No event on sale is like that. Try another word, city or date.</Trans>
        </EmptyState>
      )}
      {events && events.length > 0 && (
        <ol className={styles.list}>
          {events.map((event) => (
            <li key={event.id}>
              <EventCard event={event} />
            </li>
          ))}
        </ol>
      )}
      {page?.hasNextPage && (
        <Pager hasNext busy={fetching} onNext={() => setRead({ address, after: page.endCursor ?? null })} />
      )}
    </>
  );
}

function EventCard({ event }: { readonly event: EventOnSale }) {
  const { title, startsAt, artists, venue, hall, priceRange, freePlaces, series } = event;
  return (
    <article className={styles.card}>
      <p className={styles.date}>
        <strong>
          <When at={startsAt} zone={venue.timeZone} format="weekday" />
        </strong>
        <When at={startsAt} zone={venue.timeZone} format="time" />
      </p>
      <div className={styles.what}>
        <h2>
          <Link href={series ? `/series/${series.id}` : `/events/${event.id}`}>{title}</Link>
        </h2>
        {artists.length > 0 && <p>{artists.map(({ name }) => name).join(', ')}</p>}
        <p className={styles.where}>
          {venue.name}, {hall.name} · {venue.city}
        </p>
      </div>
      <div className={styles.offer}>
        {priceRange && (
          <p className={styles.price}>
            {priceRange.lowest.amount === priceRange.highest.amount ? (
              <Money value={priceRange.lowest} />
            ) : (
              <Trans>
                from <Money value={priceRange.lowest} />
              </Trans>
            )}
          </p>
        )}
        <FreePlaces count={freePlaces} />
      </div>
    </article>
  );
}

function FreePlaces({ count }: { readonly count: number | null | undefined }) {
  if (count === null || count === undefined) return null;
  if (count === 0) {
    return (
      <Badge tone="neutral">
        <Trans>Sold out</Trans>
      </Badge>
    );
  }
  return (
    <Badge tone={count < 20 ? 'warn' : 'ok'}>
      <Plural value={count} one="# place free" other="# places free" />
    </Badge>
  );
}

function ListSkeleton() {
  return (
    <div className={styles.list} aria-hidden>
      {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
        <Skeleton key={key} height={104} />
      ))}
    </div>
  );
}
