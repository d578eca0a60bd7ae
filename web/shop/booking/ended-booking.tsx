import { Trans, useLingui } from '@lingui/react/macro';
import { Card } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Money } from '../../ui/money.tsx';
import { PlaceName } from '../place-name.tsx';
import styles from './booking.module.css';
import type { BookingShown } from './booking-fields.ts';
import { TakeAgain } from './take-again.tsx';

/** A booking without tickets that let anybody in: why, and what can be done. */
export function EndedBooking({ booking }: { readonly booking: BookingShown }) {
  const { t } = useLingui();
  const { status, event, total, items } = booking;
  return (
    <Card>
      <h2 className={styles.heading}>
        {status === 'EXPIRED' && t`The time to pay is over`}
        {status === 'CANCELLED' && t`This booking was cancelled`}
        {status === 'REFUNDED' && t`All tickets were given back`}
      </h2>
      <p>
        <Reason booking={booking} />
      </p>
      <ul className={styles.items}>
        {items.map(({ seat, section, price }, index) => (
          // A standing place has no identity of its own, and the list of a booking never changes.
          <li key={seat?.id ?? `${section?.id}-${index}`}>
            <PlaceName section={section} seat={seat} />
            <Money value={price} />
          </li>
        ))}
      </ul>
      <dl className={styles.sums}>
        <dt>{status === 'REFUNDED' ? t`Was paid` : t`Would have cost`}</dt>
        <dd>
          <Money value={total} />
        </dd>
      </dl>
      {event?.status === 'ON_SALE' && (
        <div className={classNames(styles.actions, styles.ended)}>
          {status !== 'REFUNDED' && <TakeAgain booking={booking} />}
          <LinkButton href={`/events/${event.id}`}>
            <Trans>Choose other places</Trans>
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

function Reason({ booking: { cancellationReason } }: { readonly booking: BookingShown }) {
  switch (cancellationReason) {
    case 'EXPIRED':
      return <Trans>Nothing was paid in time, so the places went back on sale. No money was taken.</Trans>;
    case 'EVENT_CANCELLED':
      return <Trans>The event was cancelled. What was paid goes back to the wallet.</Trans>;
    case 'PAYMENT_DECLINED':
      return <Trans>The payment was declined too often. No money was taken.</Trans>;
    case 'USER_BLOCKED':
      return <Trans>The account was blocked.</Trans>;
    default:
      return <Trans>You released these places.</Trans>;
  }
}
