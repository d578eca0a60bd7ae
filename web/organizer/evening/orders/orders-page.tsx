import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { BookingStatus } from '../../../graphql/generated/graphql.ts';
import { useQuery } from '../../../graphql/hooks.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FaultState } from '../../../ui/fault-state.tsx';
import { Field } from '../../../ui/field.tsx';
import { Money } from '../../../ui/money.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Table } from '../../../ui/table.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { When } from '../../../ui/when.tsx';
import type { EveningPageProps } from '../evening-page-props.ts';
import { BookingStatusBadge, useBookingStatusNames } from './booking-status.tsx';
import { OrderDialog } from './order-dialog.tsx';
import { type OrderShown, OrdersOfEvent, SHORT_ID } from './order-documents.ts';
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
  const [{ data, fetching, error }, ask] = useQuery({
    query: OrdersOfEvent,
    variables: {
      id: event.id,
      search: search || null,
      statuses: chosen.length > 0 ? chosen : null,
      after,
    },
    requestPolicy: 'cache-and-network',
  });
  const go = (next: { q?: string; statuses?: readonly BookingStatus[] }) => {
    const q = next.q ?? search;
    const wanted = next.statuses ?? chosen;
    setParameters([...(q === '' ? [] : [['q', q]]), ...wanted.map((status) => ['status', status])]);
  };
  const submit = (sent: FormEvent<HTMLFormElement>) => {
    sent.preventDefault();
    go({ q: String(new FormData(sent.currentTarget).get('q')).trim() });
  };
  const orders = data?.event?.bookings;
  return (
    <div className={styles.page}>
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
      {!data && error && <FaultState cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!data && fetching && <Skeleton lines={8} />}
      {data && (
        <OrdersTable
          orders={orders?.nodes ?? []}
          isNarrowed={question !== ' '}
          zone={event.venue.timeZone}
          onShow={setShown}
        />
      )}
      {orders?.pageInfo.hasNextPage && (
        <Pager
          hasNext
          busy={fetching}
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

interface OrdersTableProps {
  readonly orders: readonly OrderShown[];
  readonly isNarrowed: boolean;
  readonly zone: string;
  readonly onShow: (order: OrderShown) => void;
}

function OrdersTable({ orders, isNarrowed, zone, onShow }: OrdersTableProps) {
  const { t } = useLingui();
  return (
    <Table
      caption={t`Orders`}
      hideCaption
      rows={orders}
      rowKey={({ id }) => id}
      empty={
        isNarrowed ? (
          <EmptyState icon="search" title={t`No order is like that`}>
            <Trans>
              Scan or type the code of a ticket, at least 8 characters of a number, or a whole nickname.
            </Trans>
          </EmptyState>
        ) : (
          <EmptyState title={t`Nobody has ordered yet`} />
        )
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
          key: 'when',
          header: t`Placed`,
          cell: ({ createdAt }) => <When at={createdAt} zone={zone} format="dateTime" />,
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
