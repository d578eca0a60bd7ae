import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '../../../graphql/hooks.ts';
import { PlaceName } from '../../../shop/place-name.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FaultState } from '../../../ui/fault-state.tsx';
import { Money } from '../../../ui/money.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { When } from '../../../ui/when.tsx';
import { BookingStatusBadge, TicketState, useReasonText } from './booking-status.tsx';
import { OrderInFull, type OrderInFullShown, type OrderShown, SHORT_ID } from './order-documents.ts';
import styles from './orders.module.css';

interface OrderDialogProps {
  readonly eventId: string;
  /** Of the event's hall. */
  readonly zone: string;
  readonly order: Pick<OrderShown, 'id'>;
  readonly onClose: () => void;
}

/** One order: what was booked, what it cost, and what became of its tickets. */
export function OrderDialog({ eventId, zone, order, onClose }: OrderDialogProps) {
  const { t } = useLingui();
  const [{ data, error }, ask] = useQuery({
    query: OrderInFull,
    variables: { id: eventId, search: order.id },
    requestPolicy: 'cache-and-network',
  });
  const found = data?.event?.bookings?.nodes.find(({ id }) => id === order.id);
  return (
    <Dialog open onClose={onClose} title={t`Order ${order.id.slice(0, SHORT_ID)}`} width={620}>
      {!found && error && <FaultState cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!found && !error && !data && <Skeleton lines={6} />}
      {!found && !error && data && <EmptyState icon="search" title={t`There is no such order any more`} />}
      {found && <InFull order={found} zone={zone} />}
    </Dialog>
  );
}

function InFull({ order, zone }: { readonly order: OrderInFullShown; readonly zone: string }) {
  const reasons = useReasonText();
  const { status, cancellationReason, buyer, createdAt, expiresAt, subtotal, discount, total } = order;
  return (
    <div className={styles.order}>
      <p className={styles.line}>
        <BookingStatusBadge status={status} /> <When at={createdAt} zone={zone} format="dateTime" />
      </p>
      {buyer && (
        <p>
          <Trans>
            Bought by <strong>{buyer.nickname}</strong>
          </Trans>
        </p>
      )}
      {cancellationReason && <p>{reasons[cancellationReason]}</p>}
      {status === 'AWAITING_PAYMENT' && (
        <p>
          <Trans>
            Its places are held until <When at={expiresAt} zone={zone} format="time" />.
          </Trans>
        </p>
      )}
      <Places order={order} zone={zone} />
      <dl className={styles.sums}>
        {Number(discount.amount) > 0 && (
          <>
            <dt>
              <Trans>Places</Trans>
            </dt>
            <dd>
              <Money value={subtotal} />
            </dd>
            <dt>
              <Trans>Discount</Trans>
            </dt>
            <dd>
              −<Money value={discount} />
            </dd>
          </>
        )}
        <dt>
          <Trans>Total</Trans>
        </dt>
        <dd className={styles.total}>
          <Money value={total} />
        </dd>
      </dl>
      <p className={styles.number}>
        <Trans>
          Number: <code>{order.id}</code>
        </Trans>
      </p>
    </div>
  );
}

/** Tickets where there are any, else the places that are held or were. */
function Places({ order, zone }: { readonly order: OrderInFullShown; readonly zone: string }) {
  if (order.tickets.length === 0) {
    return (
      <ul className={styles.places}>
        {order.items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: standing places have nothing but their place
          <li key={at}>
            <span>
              <PlaceName section={item.section} seat={item.seat} />
              <small>{item.ticketType?.label}</small>
            </span>
            <Money value={item.price} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <ul className={styles.places}>
      {order.tickets.map(({ id, section, seat, ticketType, status, checkedInAt }) => (
        <li key={id}>
          <span>
            <PlaceName section={section} seat={seat} />
            <small>{ticketType?.label}</small>
          </span>
          <span className={styles.state}>
            <TicketState status={status} isIn={Boolean(checkedInAt)} />
            {checkedInAt && (
              <small>
                <When at={checkedInAt} zone={zone} format="time" />
              </small>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
