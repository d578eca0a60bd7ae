import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { usePages } from '../../../graphql/use-pages.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FaultState } from '../../../ui/fault-state.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { When } from '../../../ui/when.tsx';
import { OrderDialog } from './order-dialog.tsx';
import { FindOrders, type FoundOrder } from './order-documents.ts';
import { NoSuchOrder, OrderSearch } from './order-search.tsx';
import { OrderTable } from './order-table.tsx';
import styles from './orders.module.css';

/** An order of whichever event, by what its buyer shows or says. */
export default function FindOrdersPage() {
  const { t } = useLingui();
  const [parameters, setParameters] = useSearchParams();
  const search = parameters.get('q')?.trim() ?? '';
  const [read, setRead] = useState<{ search: string; after: string | null }>({ search, after: null });
  const [shown, setShown] = useState<FoundOrder | null>(null);
  const [{ data, fetching, error }, ask, pager] = usePages(
    {
      query: FindOrders,
      variables: { search, after: read.search === search ? read.after : null },
      pause: search === '',
      requestPolicy: 'cache-and-network',
    },
    (found) => found.eventBookings,
  );
  const find = (q: string) => setParameters(q === '' ? [] : [['q', q]]);
  const orders = search === '' ? null : data?.eventBookings;
  return (
    <div className={styles.page}>
      <PageTitle>{t`Orders`}</PageTitle>
      <OrderSearch search={search} onSearch={find} />
      {search === '' && (
        <EmptyState icon="search" title={t`Find an order of any of your events`}>
          <Trans>Orders of one event are listed at the event.</Trans>
        </EmptyState>
      )}
      {search !== '' && !orders && error && (
        <FaultState cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      )}
      {search !== '' && !orders && fetching && <Skeleton lines={6} />}
      {orders && (
        <OrderTable
          orders={orders.nodes}
          empty={<NoSuchOrder />}
          eventColumn={{
            key: 'event',
            header: t`Event`,
            cell: ({ event }) => event && <EventOf event={event} />,
          }}
          placed={({ createdAt, event }) => (
            <When at={createdAt} zone={event?.venue.timeZone} format="short" />
          )}
          onShow={setShown}
        />
      )}
      {orders?.pageInfo.hasNextPage && (
        <Pager
          hasNext
          {...pager}
          onNext={() => setRead({ search, after: orders.pageInfo.endCursor ?? null })}
        />
      )}
      {shown?.event && (
        <OrderDialog
          eventId={shown.event.id}
          zone={shown.event.venue.timeZone}
          order={shown}
          onClose={() => setShown(null)}
        />
      )}
    </div>
  );
}

function EventOf({ event }: { readonly event: NonNullable<FoundOrder['event']> }) {
  return (
    <>
      <Link href={`/organizer/events/${event.id}/orders`}>{event.title}</Link>
      <small className={styles.proof}>
        <When at={event.startsAt} zone={event.venue.timeZone} format="short" />
      </small>
    </>
  );
}
