import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { BusyNotice } from '../../app/busy-notice.tsx';
import { i18n } from '../../app/language.ts';
import { useRefusalText } from '../../app/refusals.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { graphql } from '../../graphql/generated/gql.ts';
import { useMutation, useQuery } from '../../graphql/hooks.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ConfirmAmount } from '../../ui/confirm-amount.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { formatLocale } from '../../ui/format-locale.ts';
import { Money } from '../../ui/money.tsx';
import { formatMoney, type MoneyValue } from '../../ui/money-format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { PlaceName } from '../place-name.tsx';
import { shopRefusals } from '../shop-refusals.ts';
import styles from './booking.module.css';
import type { TicketShown } from './booking-fields.ts';

const RefundQuote = graphql(`
  query RefundQuote($bookingId: ID!, $ticketIds: [ID!]!) {
    refundQuote(bookingId: $bookingId, ticketIds: $ticketIds) {
      refunded {
        amount
        currencyCode
      }
      points
      until
      wantsAcceptNothing
      rejections {
        code
      }
    }
  }
`);

const RefundTickets = graphql(`
  mutation RefundTickets($input: RefundTicketsInput!) {
    refundTickets(input: $input) {
      refunded {
        amount
        currencyCode
      }
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

interface GiveBackDialogProps {
  readonly bookingId: string;
  readonly tickets: readonly TicketShown[];
  readonly onClose: () => void;
}

/** Which tickets go back, and for how much: the server's own quote, asked anew with each choice. */
export function GiveBackDialog({ bookingId, tickets, onClose }: GiveBackDialogProps) {
  const { t } = useLingui();
  const refusalText = useRefusalText(shopRefusals);
  const { say } = useToasts();
  const [ticked, setChosen] = useState<readonly string[]>(() => tickets.map(({ id }) => id));
  // Meanwhile somebody may have come in with one.
  const chosen = ticked.filter((id) => tickets.some((ticket) => ticket.id === id));
  const { attempt, isWaiting } = useAttempt();
  const [fault, setFault] = useState<string | null>(null);
  const [{ data, fetching, error: quoteError }, ask] = useQuery({
    query: RefundQuote,
    variables: { bookingId, ticketIds: chosen },
    pause: chosen.length === 0,
    requestPolicy: 'network-only',
  });
  const [{ fetching: isSent }, refund] = useMutation(RefundTickets);
  const quote = chosen.length > 0 && !fetching ? data?.refundQuote : null;
  const rejection = quote?.rejections[0]?.code;

  const confirm = async () => {
    if (!quote) return;
    setFault(null);
    let refunded: MoneyValue | null | undefined;
    const input = { bookingId, ticketIds: chosen, acceptNothing: quote.wantsAcceptNothing };
    const refusal = await attempt(JSON.stringify(input), async (idempotencyKey) => {
      const { data: outcome, error } = await refund({ input: { ...input, idempotencyKey } });
      refunded = outcome?.refundTickets?.refunded;
      return { error, payload: outcome?.refundTickets };
    });
    if (refusal) return setFault(refusalText(refusal));
    const sum = formatMoney(refunded ?? quote.refunded, formatLocale(i18n));
    const isNothing = Number((refunded ?? quote.refunded).amount) === 0;
    say(
      isNothing ? t`The tickets are given back.` : t`The tickets are given back, ${sum} is in your wallet.`,
    );
    onClose();
  };

  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);

  return (
    <ConfirmAmount
      open
      danger
      title={t`Give tickets back`}
      amount={quote && !rejection ? <Money value={quote.refunded} /> : '–'}
      consequence={
        <Consequence
          quote={quote ?? null}
          count={chosen.length}
          rejection={rejection && refusalText(rejection)}
        />
      }
      verb={<Plural value={chosen.length} one="Give # ticket back" other="Give # tickets back" />}
      onConfirm={confirm}
      onClose={onClose}
      busy={isSent || isWaiting || fetching}
    >
      <fieldset className={styles.choice}>
        <legend>
          <Trans>Tickets</Trans>
        </legend>
        {tickets.map(({ id, section, seat }) => (
          <Checkbox
            key={id}
            checked={chosen.includes(id)}
            onChange={() => toggle(id)}
            label={<PlaceName section={section} seat={seat} />}
          />
        ))}
      </fieldset>
      <div aria-live="assertive">{fault && <Notice tone="danger">{fault}</Notice>}</div>
      <BusyNotice isWaiting={isWaiting} />
      {!quote && quoteError && !fetching && <FaultState cause={quoteError} onRetry={() => ask()} />}
    </ConfirmAmount>
  );
}

interface ConsequenceProps {
  readonly quote: { readonly points: number; readonly wantsAcceptNothing: boolean } | null;
  readonly count: number;
  readonly rejection: string | undefined;
}

function Consequence({ quote, count, rejection }: ConsequenceProps) {
  if (count === 0) return <Trans>Choose what to give back.</Trans>;
  if (rejection) return rejection;
  if (!quote) return <Trans>Checking the refund…</Trans>;
  const { points } = quote;
  return (
    <>
      {quote.wantsAcceptNothing ? (
        <Trans>For some of them nothing goes back. The places are on sale again, for good.</Trans>
      ) : (
        <Trans>This goes back to your wallet. The places are on sale again, for good.</Trans>
      )}
      {points > 0 && (
        <>
          {' '}
          <Plural value={points} one="# point comes back as well." other="# points come back as well." />
        </>
      )}
    </>
  );
}
