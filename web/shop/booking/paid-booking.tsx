import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'wouter';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { PlaceName } from '../place-name.tsx';
import styles from './booking.module.css';
import type { BookingShown, TicketShown } from './booking-fields.ts';
import { GiveBackDialog } from './give-back-dialog.tsx';

/** Tickets: a code each to show at the door, and the way to give them back. */
export function PaidBooking({ booking }: { readonly booking: BookingShown }) {
  const { t } = useLingui();
  const [isGivingBack, setGivingBack] = useState(false);
  const valid = booking.tickets.filter(({ status, checkedInAt }) => status === 'VALID' && !checkedInAt);
  return (
    <>
      {booking.tickets.length === 0 && (
        <Notice tone="neutral">
          <Trans>The tickets are being printed.</Trans>
        </Notice>
      )}
      <ul className={styles.tickets}>
        {booking.tickets.map((ticket) => (
          <li key={ticket.id}>
            <TicketCard ticket={ticket} />
          </li>
        ))}
      </ul>
      <dl className={styles.sums}>
        <dt>{t`Paid`}</dt>
        <dd>
          <Money value={booking.total} />
        </dd>
      </dl>
      {valid.length > 0 && booking.event?.status === 'ON_SALE' && (
        <Button variant="secondary" onClick={() => setGivingBack(true)}>
          <Trans>Give tickets back</Trans>
        </Button>
      )}
      {isGivingBack && (
        <GiveBackDialog bookingId={booking.id} tickets={valid} onClose={() => setGivingBack(false)} />
      )}
    </>
  );
}

function TicketCard({ ticket }: { readonly ticket: TicketShown }) {
  const { t } = useLingui();
  const { id, status, checkedInAt, code, section, seat, ticketType } = ticket;
  return (
    <Card className={styles.ticket}>
      <h3>
        <PlaceName section={section} seat={seat} />
      </h3>
      {ticketType && <p className={styles.quiet}>{ticketType.label}</p>}
      {status === 'VALID' && !checkedInAt && (
        <Link href={`/tickets/${id}`} aria-label={t`Show the ticket`}>
          <QrCode text={code} size={200} />
        </Link>
      )}
      {status === 'VALID' && checkedInAt && (
        <Badge tone="neutral">
          <Trans context="ticket">Used</Trans>
        </Badge>
      )}
      {status !== 'VALID' && (
        <Badge tone="warn">
          {status === 'REFUNDING' ? <Trans>Being given back</Trans> : <Trans>Given back</Trans>}
        </Badge>
      )}
    </Card>
  );
}
