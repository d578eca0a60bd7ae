import { Trans, useLingui } from '@lingui/react/macro';
import { Card } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Money } from '../../ui/money.tsx';
import { PlaceName } from '../place-name.tsx';
import styles from './booking.module.css';
import type { BookingShown } from './booking-fields.ts';
import { endingOf } from './ending.ts';
import { TakeAgain } from './take-again.tsx';

/** A booking without tickets that let anybody in: why, and what can be done. */
export function EndedBooking({ booking }: { readonly booking: BookingShown }) {
  const { t } = useLingui();
  const { status, event, total, items } = booking;
  const ending = endingOf(booking);
  return (
    <Card>
      <h2 className={styles.heading}>
        {status === 'EXPIRED' && t`The time to pay is over`}
        {status === 'CANCELLED' && t`This booking was cancelled`}
        {status === 'REFUNDED' &&
          (ending === 'given back' ? t`All tickets were given back` : t`The event was cancelled`)}
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

function Reason({ booking }: { readonly booking: BookingShown }) {
  switch (endingOf(booking)) {
    case 'not paid in time':
      return <Trans>Nothing was paid in time, so the places went back on sale. No money was taken.</Trans>;
    case 'event cancelled unpaid':
      return <Trans>The event was cancelled before you paid. No money was taken.</Trans>;
    case 'event cancelled and refunded':
      return <Trans>The event was cancelled. What you paid for the places went back to your wallet.</Trans>;
    case 'given back':
      return (
        <Trans>The places went back on sale. What the refund terms give for them went to your wallet.</Trans>
      );
    case 'declined':
      return <Trans>The payment was declined too often. No money was taken.</Trans>;
    case 'account blocked':
      return <Trans>The account was blocked.</Trans>;
    case 'released':
      return <Trans>You released these places.</Trans>;
  }
}
