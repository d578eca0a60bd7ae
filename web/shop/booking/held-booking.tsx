import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { IdempotencyKeys } from '../../app/idempotency.ts';
import { shortfall } from '../../app/money.ts';
import { useRefusalText } from '../../app/refusals.tsx';
import { graphql } from '../../graphql/generated/gql.ts';
import { useMutation, useQuery, useSubscription } from '../../graphql/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PlaceName } from '../place-name.tsx';
import styles from './booking.module.css';
import type { BookingShown } from './booking-fields.ts';

const MyWallet = graphql(`
  query MyWallet {
    me {
      id
      wallet {
        id
        available {
          amount
          currencyCode
        }
      }
    }
  }
`);

const WalletChanged = graphql(`
  subscription WalletChanged {
    walletChanged {
      id
      available {
        amount
        currencyCode
      }
      pending {
        amount
        currencyCode
      }
    }
  }
`);

const PayBooking = graphql(`
  mutation PayBooking($input: PayBookingInput!) {
    payBooking(input: $input) {
      booking {
        id
        ...BookingFields
      }
      userErrors {
        code
      }
    }
  }
`);

const TopUp = graphql(`
  mutation TopUp($input: TopUpWalletInput!) {
    topUpWallet(input: $input) {
      redirectUrl
      wallet {
        id
        available {
          amount
          currencyCode
        }
      }
      userErrors {
        code
      }
    }
  }
`);

const LetGo = graphql(`
  mutation LetGo($input: CancelBookingInput!) {
    cancelBooking(input: $input) {
      booking {
        id
        ...BookingFields
      }
      userErrors {
        code
      }
    }
  }
`);

interface HeldBookingProps {
  readonly booking: BookingShown;
  readonly onPaid: () => void;
}

/** Places that are held until a time: what they cost, and one button that pays, with what is missing topped up. */
export function HeldBooking({ booking, onPaid }: HeldBookingProps) {
  const { t } = useLingui();
  const { busy, fault, pay, topUp, letGo } = useCheckout(booking, onPaid);
  const [{ data }] = useQuery({ query: MyWallet, variables: {}, requestPolicy: 'cache-and-network' });
  useSubscription(WalletChanged, {});
  const available = data?.me?.wallet?.available;
  const missing = available ? shortfall(booking.total, available) : null;
  const [isOver, setOver] = useState(false);
  return (
    <div className={styles.columns}>
      <Card>
        <h2 className={styles.heading}>{t`Your places`}</h2>
        <Items booking={booking} />
      </Card>
      <Card>
        <p className={styles.clock}>
          <Trans>
            Held for you: <Countdown until={booking.expiresAt} onEnd={() => setOver(true)} />
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
        {fault && <Notice tone="danger">{fault}</Notice>}
        {isOver ? (
          <Notice tone="warn">
            <Trans>The time is over. The places go back on sale in a moment.</Trans>
          </Notice>
        ) : (
          <div className={styles.actions}>
            {missing ? (
              <>
                <p>
                  <Trans>
                    Your wallet lacks <Money value={missing} />. Put it in, and the places are paid.
                  </Trans>
                </p>
                <Button variant="primary" busy={busy === 'pay'} onClick={() => topUp(missing)}>
                  <Trans>
                    Top up <Money value={missing} /> and pay
                  </Trans>
                </Button>
              </>
            ) : (
              <Button variant="primary" busy={busy === 'pay'} disabled={!available} onClick={() => pay()}>
                <Trans>
                  Pay <Money value={booking.total} />
                </Trans>
              </Button>
            )}
            <Button variant="quiet" busy={busy === 'let go'} onClick={letGo}>
              <Trans>Let the places go</Trans>
            </Button>
          </div>
        )}
      </Card>
    </div>
  );
}

/** What the buttons do: each with a key that is kept until the server has said what came of it. */
function useCheckout(booking: BookingShown, onPaid: () => void) {
  const refusalText = useRefusalText();
  const [, sendPay] = useMutation(PayBooking);
  const [, sendTopUp] = useMutation(TopUp);
  const [, sendLetGo] = useMutation(LetGo);
  const [, go] = useLocation();
  const [keys] = useState(() => new IdempotencyKeys());
  const [busy, setBusy] = useState<'pay' | 'let go' | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  /** Answers whether it was done; what was refused is shown. */
  const attempt = async (
    question: string,
    ask: (idempotencyKey: string) => Promise<{ code: string | undefined } | null>,
  ): Promise<boolean> => {
    setFault(null);
    const refusal = await ask(keys.keyFor(question));
    // Nobody knows what came of it: another try has to be the same request.
    const isUnknown = refusal?.code === 'NO_ANSWER' || refusal?.code === 'TRY_AGAIN';
    if (!isUnknown) keys.settle(question);
    if (refusal) setFault(refusalText(refusal.code ?? 'NO_ANSWER'));
    return refusal === null;
  };

  const payNow = () =>
    attempt('pay', async (idempotencyKey) => {
      const { data, error } = await sendPay({ input: { bookingId: booking.id, idempotencyKey } });
      if (error) return { code: 'NO_ANSWER' };
      const code = data?.payBooking?.userErrors[0]?.code;
      return code === undefined || code === 'ALREADY_PAID' ? null : { code };
    });

  const pay = async () => {
    setBusy('pay');
    if (await payNow()) onPaid();
    setBusy(null);
  };

  const topUp = async (amount: { amount: string; currencyCode: BookingShown['total']['currencyCode'] }) => {
    setBusy('pay');
    const { currencyCode } = amount;
    let redirectUrl: string | null | undefined;
    const isIn = await attempt(`top up ${amount.amount}`, async (idempotencyKey) => {
      const input = { amount: { amount: amount.amount, currencyCode }, idempotencyKey };
      const { data, error } = await sendTopUp({ input });
      if (error) return { code: 'NO_ANSWER' };
      redirectUrl = data?.topUpWallet?.redirectUrl;
      const code = data?.topUpWallet?.userErrors[0]?.code;
      return code === undefined ? null : { code };
    });
    // The provider's page leads back here, where the wallet is as it is by then.
    if (isIn && redirectUrl) location.assign(redirectUrl);
    else if (isIn && (await payNow())) onPaid();
    setBusy(null);
  };

  const letGo = async () => {
    setBusy('let go');
    const isGone = await attempt('let go', async (idempotencyKey) => {
      const { data, error } = await sendLetGo({ input: { bookingId: booking.id, idempotencyKey } });
      if (error) return { code: 'NO_ANSWER' };
      const code = data?.cancelBooking?.userErrors[0]?.code;
      return code === undefined ? null : { code };
    });
    setBusy(null);
    if (isGone && booking.event) go(`/events/${booking.event.id}`);
  };

  return { busy, fault, pay, topUp, letGo };
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
