import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { BusyNotice } from '../../app/busy-notice.tsx';
import { shortfall } from '../../app/money.ts';
import { useClockOffset } from '../../app/services.ts';
import { useQuery, useSubscription } from '../../graphql/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PlaceName } from '../place-name.tsx';
import { MyWallet, WalletChanged } from '../wallet/wallet-documents.ts';
import styles from './booking.module.css';
import type { BookingShown } from './booking-fields.ts';
import { TakeAgain } from './take-again.tsx';
import { useCheckout } from './use-checkout.ts';

interface HeldBookingProps {
  readonly booking: BookingShown;
  readonly onPaid: () => void;
}

/** Places that are held until a time: what they cost, and one button that pays, with what is missing topped up. */
export function HeldBooking({ booking, onPaid }: HeldBookingProps) {
  const { t } = useLingui();
  const { busy, isWaiting, fault, pay, topUp, letGo } = useCheckout(booking, onPaid);
  const [{ data, fetching }, askWallet] = useQuery({
    query: MyWallet,
    variables: {},
    requestPolicy: 'cache-and-network',
  });
  useSubscription(WalletChanged, {});
  const available = data?.me?.wallet?.available;
  const isWalletUnread = !available && !fetching;
  const missing = available ? shortfall(booking.total, available) : null;
  const [isOver, setOver] = useState(false);
  const clockOffsetMs = useClockOffset();
  return (
    <div className={styles.columns}>
      <Card>
        <h2 className={styles.heading}>{t`Your places`}</h2>
        <Items booking={booking} />
      </Card>
      <Card>
        <p className={styles.clock}>
          <Trans>
            Held for you:{' '}
            <Countdown until={booking.expiresAt} clockOffsetMs={clockOffsetMs} onEnd={() => setOver(true)} />
          </Trans>
        </p>
        <dl className={styles.sums}>
          <dt>{t`To pay`}</dt>
          <dd className={styles.total}>
            <Money value={booking.total} />
          </dd>
          {available && (
            <>
              <dt>{t`In your wallet`}</dt>
              <dd>
                <Money value={available} />
              </dd>
            </>
          )}
        </dl>
        <div aria-live="assertive">{fault && <Notice tone="danger">{fault}</Notice>}</div>
        <BusyNotice isWaiting={isWaiting} />
        {isOver ? (
          <div className={styles.actions}>
            <Notice tone="warn">
              <Trans>The time to pay is over, and the places are on sale again.</Trans>
            </Notice>
            <TakeAgain booking={booking} />
          </div>
        ) : (
          <div className={styles.actions}>
            {isWalletUnread && (
              <Notice
                tone="warn"
                action={
                  <Button onClick={() => askWallet({ requestPolicy: 'network-only' })}>
                    <Trans>Try again</Trans>
                  </Button>
                }
              >
                <Trans>
                  Your wallet cannot be read just now, so you cannot pay yet. The places stay yours until the
                  time is over.
                </Trans>
              </Notice>
            )}
            {missing ? (
              <>
                <p>
                  <Trans>
                    Your wallet is <Money value={missing} /> short. Top it up to pay for the places.
                  </Trans>
                </p>
                <Button variant="primary" busy={busy === 'pay'} onClick={() => topUp(missing)}>
                  <Trans>
                    Top up <Money value={missing} /> and pay
                  </Trans>
                </Button>
              </>
            ) : (
              !isWalletUnread && (
                <Button variant="primary" busy={busy === 'pay' || !available} onClick={() => pay()}>
                  <Trans>
                    Pay <Money value={booking.total} />
                  </Trans>
                </Button>
              )
            )}
            <Button variant="quiet" busy={busy === 'let go'} onClick={letGo}>
              <Trans>Release these places</Trans>
            </Button>
          </div>
        )}
      </Card>
    </div>
  );
}

function Items({ booking }: { readonly booking: BookingShown }) {
  const { t } = useLingui();
  return (
    <>
      <ul className={styles.items}>
        {booking.items.map(({ seat, section, price, ticketType }, index) => (
          // A standing place has no identity of its own, and the list of a booking never changes.
          <li key={seat?.id ?? `${section?.id}-${index}`}>
            <span>
              <PlaceName section={section} seat={seat} />
              {ticketType && <small>{ticketType.label}</small>}
              {ticketType?.proof && <small>{t`To show at the door: ${ticketType.proof}`}</small>}
            </span>
            <Money value={price} />
          </li>
        ))}
      </ul>
      {Number(booking.discount.amount) > 0 && (
        <dl className={styles.sums}>
          <dt>{t`Places`}</dt>
          <dd>
            <Money value={booking.subtotal} />
          </dd>
          <dt>{t`Discount`}</dt>
          <dd>
            −<Money value={booking.discount} />
          </dd>
        </dl>
      )}
    </>
  );
}
