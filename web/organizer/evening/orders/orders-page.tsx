import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { BookingStatus } from '../../../graphql/generated/graphql.ts';
import { usePages } from '../../../graphql/use-pages.ts';
import { Chip } from '../../../ui/chip.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FaultState } from '../../../ui/fault-state.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { When } from '../../../ui/when.tsx';
import type { EveningPageProps } from '../evening-page-props.ts';
import { useBookingStatusNames } from './booking-status.tsx';
import { OrderDialog } from './order-dialog.tsx';
import { type OrderShown, OrdersOfEvent } from './order-documents.ts';
import { NoSuchOrder, OrderSearch } from './order-search.tsx';
import { OrderTable } from './order-table.tsx';
import styles from './orders.module.css';

const statuses: readonly BookingStatus[] = [
  'CONFIRMED',
  'AWAITING_PAYMENT',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'CANCELLED',
  'EXPIRED',
];

/** Orders of an event: all, by their state, or the one whose code somebody shows. */
export default function OrdersPage({ event }: EveningPageProps) {
  const { t } = useLingui();
  const names = useBookingStatusNames();
  const [parameters, setParameters] = useSearchParams();
  const search = parameters.get('q') ?? '';
  const chosen = statuses.filter((status) => parameters.getAll('status').includes(status));
  const question = `${search} ${chosen.join()}`;
  const [read, setRead] = useState<{ question: string; after: string | null }>({ question, after: null });
  const [shown, setShown] = useState<OrderShown | null>(null);
  const after = read.question === question ? read.after : null;
  const [{ data, fetching, error }, ask, pager] = usePages(
    {
      query: OrdersOfEvent,
      variables: {
        id: event.id,
        search: search || null,
        statuses: chosen.length > 0 ? chosen : null,
        after,
      },
      requestPolicy: 'cache-and-network',
    },
    (found) => found.event?.bookings,
  );
  const go = (next: { q?: string; statuses?: readonly BookingStatus[] }) => {
    const q = next.q ?? search;
    const wanted = next.statuses ?? chosen;
    setParameters([...(q === '' ? [] : [['q', q]]), ...wanted.map((status) => ['status', status])]);
  };
  const orders = data?.event?.bookings;
  return (
    <div className={styles.page}>
      <OrderSearch search={search} onSearch={(q) => go({ q })} />
      <fieldset className={styles.chips}>
        <legend className={styles.hidden}>{t`Only orders that are`}</legend>
        {statuses.map((status) => (
          <Chip
            key={status}
            pressed={chosen.includes(status)}
            onPress={() =>
              go({
                statuses: chosen.includes(status)
                  ? chosen.filter((other) => other !== status)
                  : [...chosen, status],
              })
            }
          >
            {names[status]}
          </Chip>
        ))}
      </fieldset>
      {!orders && error && (
        <FaultState cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      )}
      {!orders && !error && fetching && <Skeleton lines={8} />}
      {orders && (
        <OrderTable
          orders={orders.nodes}
          empty={question === ' ' ? <EmptyState title={t`Nobody has ordered yet`} /> : <NoSuchOrder />}
          placed={({ createdAt }) => <When at={createdAt} zone={event.venue.timeZone} format="dateTime" />}
          onShow={setShown}
        />
      )}
      {orders?.pageInfo.hasNextPage && (
        <Pager
          hasNext
          {...pager}
          onNext={() => setRead({ question, after: orders.pageInfo.endCursor ?? null })}
        />
      )}
      {shown && (
        <OrderDialog
          eventId={event.id}
          zone={event.venue.timeZone}
          order={shown}
          onClose={() => setShown(null)}
        />
      )}
    </div>
  );
}
