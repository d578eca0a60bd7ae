import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { i18n } from '../../app/language.ts';
import { keepForOffline } from '../../app/offline-copy.ts';
import { useUser } from '../../app/services.ts';
import { signInRequest } from '../../app/sign-in-request.ts';
import { graphql } from '../../graphql/generated/gql.ts';
import type { TicketByIdQuery } from '../../graphql/generated/graphql.ts';
import { useAsk, useQuery } from '../../graphql/hooks.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { When } from '../../ui/when.tsx';
import { PlaceName } from '../place-name.tsx';
import { calendarEntry } from './calendar-entry.ts';
import { keepTicket, keptTicket } from './kept-tickets.ts';
import { saveFile } from './save-file.ts';
import styles from './ticket-page.module.css';

const TicketById = graphql(`
  query TicketById($id: ID!) {
    ticket(id: $id) {
      id
      code
      status
      checkedInAt
      ticketType {
        id
        label
        proof
      }
      section {
        id
        label
      }
      seat {
        id
        label
        row {
          id
          label
        }
      }
      event {
        id
        title
        startsAt
        endsAt
        venue {
          id
          name
          address
          city
          timeZone
        }
        hall {
          id
          name
        }
      }
    }
  }
`);

const TicketPdf = graphql(`
  query TicketPdf($id: ID!, $language: Language!) {
    ticket(id: $id) {
      id
      pdf(language: $language)
    }
  }
`);

type TicketShown = NonNullable<TicketByIdQuery['ticket']>;

/** One ticket to show at the door. Once opened it is there without a network as well. */
export default function TicketPage({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const user = useUser();
  const [{ data, fetching, error }, ask] = useQuery({
    query: TicketById,
    variables: { id },
    pause: user === null,
    requestPolicy: 'cache-and-network',
  });
  const kept = keptTicket<TicketShown>(localStorage, id);
  const fresh = data?.ticket;
  useEffect(() => {
    if (fresh) keepTicket(localStorage, id, fresh);
  }, [fresh, id]);
  // With an error it was not found out whether there is one: a service that is away answers null.
  const ticket = fresh ?? (data && !error ? null : kept);
  if (ticket) return <Ticket ticket={ticket} isFromNetwork={Boolean(fresh)} />;
  if (user === null) {
    return (
      <EmptyState
        isPage
        title={t`Sign in to see this ticket`}
        action={
          <Button onClick={() => signInRequest.ask()}>
            <Trans>Sign in</Trans>
          </Button>
        }
      />
    );
  }
  if (error) return <FaultState isPage onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (fetching || !data) {
    return (
      <>
        <PageTitle>{t`Ticket`}</PageTitle>
        <Skeleton width={400} height={400} />
      </>
    );
  }
  return (
    <EmptyState isPage title={t`There is no such ticket`}>
      <Trans context="ticket">It may belong to another account.</Trans>
    </EmptyState>
  );
}

interface TicketProps {
  readonly ticket: TicketShown;
  readonly isFromNetwork: boolean;
}

function Ticket({ ticket, isFromNetwork }: TicketProps) {
  const { t } = useLingui();
  const { code, status, checkedInAt, section, seat, ticketType, event } = ticket;
  const isGood = status === 'VALID' && !checkedInAt;
  // With the files that this page itself took.
  useEffect(() => void keepForOffline(), []);
  return (
    <div className={styles.page}>
      <PageTitle
        below={
          event && (
            <>
              <When at={event.startsAt} zone={event.venue.timeZone} format="dateTime" />
              <br />
              {event.venue.name}, {event.hall.name}
              <br />
              {event.venue.address}, {event.venue.city}
            </>
          )
        }
      >
        {event?.title ?? t`Ticket`}
      </PageTitle>
      {isGood ? (
        <QrCode text={code} size={400} label={t`The code of this ticket`} />
      ) : (
        <Badge tone="warn">
          {status !== 'VALID' ? (
            <Trans>Returned: no longer valid for entry</Trans>
          ) : (
            <Trans context="ticket">Used</Trans>
          )}
        </Badge>
      )}
      <p className={styles.place}>
        <PlaceName section={section} seat={seat} />
      </p>
      {ticketType && <p>{ticketType.label}</p>}
      {ticketType?.proof && <p>{t`To show at the door: ${ticketType.proof}`}</p>}
      {!isFromNetwork && (
        <p className={styles.quiet}>
          <Trans>As it was when it was opened last.</Trans>
        </p>
      )}
      <TicketActions ticket={ticket} />
    </div>
  );
}

function TicketActions({ ticket: { id, event } }: { readonly ticket: TicketShown }) {
  const { t } = useLingui();
  const ask = useAsk();
  const { warn } = useToasts();
  const [isMaking, setMaking] = useState(false);
  const savePdf = async () => {
    setMaking(true);
    const language = i18n.locale === 'ru' ? 'RU' : 'EN';
    const { data } = await ask(TicketPdf, { id, language });
    setMaking(false);
    const pdf = data?.ticket?.pdf;
    if (!pdf) return warn(t`The page could not be made just now. Try again in a moment.`);
    saveFile(
      'ticket.pdf',
      'application/pdf',
      Uint8Array.from(atob(pdf), (byte) => byte.charCodeAt(0)),
    );
  };
  return (
    <div className={styles.actions}>
      <Button variant="secondary" busy={isMaking} onClick={savePdf}>
        <Icon name="download" /> <Trans>PDF</Trans>
      </Button>
      <Button variant="secondary" onClick={() => print()}>
        <Icon name="print" /> <Trans>Print</Trans>
      </Button>
      {event && (
        <Button
          variant="secondary"
          onClick={() => saveFile('event.ics', 'text/calendar', calendarEntry(event, new Date()))}
        >
          <Icon name="calendar" /> <Trans>Calendar</Trans>
        </Button>
      )}
    </div>
  );
}
