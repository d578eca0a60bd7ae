import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Money } from '../../../ui/money.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { BookingStatusBadge } from './booking-status.tsx';
import { type OrderShown, SHORT_ID } from './order-documents.ts';

interface OrderTableProps<Order extends OrderShown> {
  readonly orders: readonly Order[];
  /** In place of the table when there are none. */
  readonly empty: ReactNode;
  /** What it is an order for, where that differs. */
  readonly eventColumn?: Column<Order>;
  /** When it was made. */
  readonly placed: (order: Order) => ReactNode;
  readonly onShow: (order: Order) => void;
}

/** Orders of one event or of several, each of which can be opened. */
export function OrderTable<Order extends OrderShown>(props: OrderTableProps<Order>) {
  const { orders, empty, eventColumn, placed, onShow } = props;
  const { t } = useLingui();
  return (
    <Table
      caption={t`Orders`}
      hideCaption
      rows={orders}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: 'id',
          header: t`Number`,
          isName: true,
          cell: ({ id }) => <code>{id.slice(0, SHORT_ID)}</code>,
        },
        { key: 'buyer', header: t`Buyer`, cell: ({ buyer }) => buyer?.nickname ?? '–' },
        ...(eventColumn ? [eventColumn] : []),
        { key: 'when', header: t`Placed`, cell: placed },
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
