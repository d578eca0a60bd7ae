import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { usePages } from '../../graphql/use-pages.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { listedFrom } from '../listed-from.ts';
import { ArtistFilter } from './artist-filter.tsx';
import { EventCard } from './event-card.tsx';
import { EventSearch } from './event-search.tsx';
import { EventsOnSale } from './events-documents.ts';
import styles from './events-page.module.css';
import { filterOf, searchOf } from './search-address.ts';
import { SeriesCard } from './series-card.tsx';
import { groupBySeries } from './series-groups.ts';

/** What can be bought, by date. What is searched for stands in the address, so that the back button brings it back. */
export default function EventsPage() {
  const { t } = useLingui();
  const [parameters] = useSearchParams();
  const search = searchOf(parameters);
  // How far the list was read is kept with what was searched for: another search begins anew.
  const [read, setRead] = useState<{ address: string; after: string | null }>({ address: '', after: null });
  const address = parameters.toString();
  const after = read.address === address ? read.after : null;
  const [now] = useState(() => listedFrom());
  const [{ data, fetching, error }, ask, pager] = usePages(
    {
      query: EventsOnSale,
      variables: { search: search.q || null, filter: filterOf(search, now), after },
      requestPolicy: 'cache-and-network',
    },
    (found) => found.events,
  );
  const events = data?.events?.nodes;
  const page = data?.events?.pageInfo;
  return (
    <>
      <PageTitle>{t({ message: 'Events', context: 'on sale' })}</PageTitle>
      <EventSearch />
      {search.artist !== '' && <ArtistFilter id={search.artist} />}
      {error && !events && <FaultState onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!events && fetching && <ListSkeleton />}
      {events?.length === 0 && (
        <EmptyState title={t`Nothing found`}>
          <Trans>No event on sale matches. Try another word, city or date.</Trans>
        </EmptyState>
      )}
      {events && events.length > 0 && (
        <ol
          className={styles.list}
          aria-busy={pager.isOfBefore}
          data-of-before={pager.isOfBefore || undefined}
        >
          {groupBySeries(events).map((entry) =>
            entry.kind === 'event' ? (
              <li key={entry.event.id}>
                <EventCard event={entry.event} />
              </li>
            ) : (
              <li key={entry.seriesId}>
                <SeriesCard
                  seriesId={entry.seriesId}
                  events={entry.events}
                  hasMore={page?.hasNextPage ?? false}
                />
              </li>
            ),
          )}
        </ol>
      )}
      {page?.hasNextPage && (
        <Pager hasNext {...pager} onNext={() => setRead({ address, after: page.endCursor ?? null })} />
      )}
    </>
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
