import { Trans } from '@lingui/react/macro';
import { useRefusalText } from '../../../app/refusals.ts';
import { PlaceName } from '../../../shop/place-name.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { When } from '../../../ui/when.tsx';
import { eveningRefusals } from '../evening-refusals.ts';
import styles from './check-in.module.css';
import type { Outcome } from './check-in.ts';
import type { TicketSeen } from './ticket-seen.ts';
import type { Shown } from './use-door.ts';

interface OutcomePanelProps {
  readonly shown: Shown | null;
  readonly busy: boolean;
  readonly zone: string;
}

/** The largest thing of the page: green with a tick, or red with a cross, and why. Spoken at once. */
export function OutcomePanel({ shown, busy, zone }: OutcomePanelProps) {
  const kind = shown?.outcome.kind ?? 'none';
  return (
    <div className={styles.outcome} data-kind={kind} data-busy={busy || undefined} role="alert">
      {shown ? (
        <OutcomeText key={shown.at} outcome={shown.outcome} zone={zone} />
      ) : (
        <>
          <Icon name="ticket" size={48} />
          <p className={styles.verdict}>
            <Trans>Ready</Trans>
          </p>
          <p>
            <Trans>Scan a ticket, or type its code.</Trans>
          </p>
        </>
      )}
    </div>
  );
}

function OutcomeText({ outcome, zone }: { readonly outcome: Outcome; readonly zone: string }) {
  const refusalText = useRefusalText(eveningRefusals);
  if (outcome.kind === 'in') {
    return (
      <>
        <Icon name="check" size={64} />
        <p className={styles.verdict}>
          <Trans>Let in</Trans>
        </p>
        <TicketWords ticket={outcome.ticket} />
        {outcome.ticket?.proof && (
          <p className={styles.proof}>
            <Trans>Ask for: {outcome.ticket.proof}</Trans>
          </p>
        )}
        {!outcome.isCertain && (
          <p>
            <Trans>Genuine by its signature. The server is asked when the network is back.</Trans>
          </p>
        )}
      </>
    );
  }
  const { reason, ticket, at, by } = outcome;
  return (
    <>
      <Icon name="close" size={64} />
      <p className={styles.verdict}>
        <Trans>Do not let in</Trans>
      </p>
      <p className={styles.reason}>{refusalText(reason)}</p>
      {at && (
        <p className={styles.reason}>
          <When at={at} zone={zone} format="time" /> (<When at={at} format="relative" />){by && <> · {by}</>}
        </p>
      )}
      <TicketWords ticket={ticket} />
    </>
  );
}

function TicketWords({ ticket }: { readonly ticket: TicketSeen | null }) {
  if (!ticket) return null;
  return (
    <p className={styles.place}>
      <PlaceName section={ticket.section} seat={ticket.seat} />
      {ticket.typeLabel && <span>{ticket.typeLabel}</span>}
    </p>
  );
}
