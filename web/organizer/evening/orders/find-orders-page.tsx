import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useQuery } from '../../../graphql/hooks.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FaultState } from '../../../ui/fault-state.tsx';
import { Field } from '../../../ui/field.tsx';
import { Money } from '../../../ui/money.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Table } from '../../../ui/table.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { When } from '../../../ui/when.tsx';
import { BookingStatusBadge } from './booking-status.tsx';
import { OrderDialog } from './order-dialog.tsx';
import { FindOrders, type FoundOrder, SHORT_ID } from './order-documents.ts';
import styles from './orders.module.css';

/** An order of whichever event, by what its buyer shows or says. */
export default function FindOrdersPage() {
  const { t } = useLingui();
  const [parameters, setParameters] = useSearchParams();
  const search = parameters.get('q')?.trim() ?? '';
  const [read, setRead] = useState<{ search: string; after: string | null }>({ search, after: null });
  const [shown, setShown] = useState<FoundOrder | null>(null);
  const [{ data, fetching, error }, ask] = useQuery({
    query: FindOrders,
    variables: { search, after: read.search === search ? read.after : null },
    pause: search === '',
    requestPolicy: 'cache-and-network',
  });
  const submit = (sent: FormEvent<HTMLFormElement>) => {
    sent.preventDefault();
    const q = String(new FormData(sent.currentTarget).get('q')).trim();
    setParameters(q === '' ? [] : [['q', q]]);
  };
  const orders = search === '' ? null : data?.eventBookings;
  return (
    <div className={styles.page}>
      <PageTitle>{t`Orders`}</PageTitle>
      <form className={styles.search} onSubmit={submit}>
        <Field label={t`Ticket code, order number or nickname`} isFilter>
          {(props) => (
            <TextInput
              key={search}
              {...props}
              name="q"
              type="search"
              defaultValue={search}
              maxLength={1000}
            />
          )}
        </Field>
        <Button type="submit">
          <Trans>Search</Trans>
        </Button>
      </form>
      {search === '' && (
        <EmptyState icon="search" title={t`Find an order of any of your events`}>
          <Trans>Orders of one event are listed at the event.</Trans>
        </EmptyState>
      )}
      {search !== '' && !orders && error && (
        <FaultState cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      )}
      {search !== '' && !orders && fetching && <Skeleton lines={6} />}
      {orders && <FoundTable orders={orders.nodes} onShow={setShown} />}
      {orders?.pageInfo.hasNextPage && (
        <Pager
          hasNext
          busy={fetching}
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

interface FoundTableProps {
  readonly orders: readonly FoundOrder[];
  readonly onShow: (order: FoundOrder) => void;
}

function FoundTable({ orders, onShow }: FoundTableProps) {
  const { t } = useLingui();
  return (
    <Table
      caption={t`Orders`}
      hideCaption
      rows={orders}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon="search" title={t`No order is like that`}>
          <Trans>
            Scan or type the code of a ticket, at least 8 characters of a number, or a whole nickname.
          </Trans>
        </EmptyState>
      }
      columns={[
        {
          key: 'id',
          header: t`Number`,
          isName: true,
          cell: ({ id }) => <code>{id.slice(0, SHORT_ID)}</code>,
        },
        { key: 'buyer', header: t`Buyer`, cell: ({ buyer }) => buyer?.nickname ?? '–' },
        {
          key: 'event',
          header: t`Event`,
          cell: ({ event }) =>
            event && (
              <>
                <Link href={`/organizer/events/${event.id}/orders`}>{event.title}</Link>
                <small className={styles.proof}>
                  <When at={event.startsAt} zone={event.venue.timeZone} format="short" />
                </small>
              </>
            ),
        },
        {
          key: 'when',
          header: t`Placed`,
          cell: ({ createdAt, event }) => <When at={createdAt} zone={event?.venue.timeZone} format="short" />,
        },
        { key: 'status', header: t`State`, cell: ({ status }) => <BookingStatusBadge status={status} /> },
        { key: 'total', header: t`Total`, align: 'end', cell: ({ total }) => <Money value={total} /> },
        {
          key: 'look',
          header: t`Open`,
          isAction: true,
          cell: (order) => (
            <Button
              size="s"
              onClick={() => onShow(order)}
              aria-label={t`Open ${order.id.slice(0, SHORT_ID)}`}
            >
              <Trans>Open</Trans>
            </Button>
          ),
        },
      ]}
    />
  );
}
