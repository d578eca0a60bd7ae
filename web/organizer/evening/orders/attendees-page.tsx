import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { usePages } from '../../../graphql/use-pages.ts';
import { PlaceName } from '../../../shop/place-name.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FaultState } from '../../../ui/fault-state.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Table } from '../../../ui/table.tsx';
import { When } from '../../../ui/when.tsx';
import type { EveningPageProps } from '../evening-page-props.ts';
import { TicketState } from './booking-status.tsx';
import { type AttendeeShown, AttendeesOfEvent, SHORT_ID } from './order-documents.ts';
import styles from './orders.module.css';

type Which = 'all' | 'in' | 'out';

const filterOf: Readonly<Record<Which, boolean | null>> = { all: null, in: true, out: false };

/** Everybody who may come: by place and ticket type, to be looked at and printed. */
export default function AttendeesPage({ event }: EveningPageProps) {
  const { t } = useLingui();
  const [which, setWhich] = useState<Which>('all');
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, fetching, error }, ask, pager] = usePages(
    {
      query: AttendeesOfEvent,
      variables: { id: event.id, isCheckedIn: filterOf[which], after },
      requestPolicy: 'cache-and-network',
    },
    (found) => found.event?.attendees,
  );
  const names: Readonly<Record<Which, string>> = { all: t`All`, in: t`In`, out: t`Not in yet` };
  const choose = (next: Which) => {
    setWhich(next);
    setAfter(null);
  };
  const attendees = data?.event?.attendees;
  const { valid = 0, checkedIn = 0 } = data?.event?.attendance ?? {};
  const shown = attendees?.nodes.length ?? 0;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <p className={styles.count}>
          <Trans>
            {checkedIn} of {valid} checked in
          </Trans>
        </p>
        <div className={styles.chips} data-print="never">
          {(['all', 'in', 'out'] as const).map((name) => (
            <Chip key={name} pressed={name === which} onPress={() => choose(name)}>
              {names[name]}
            </Chip>
          ))}
          <Button
            size="s"
            onClick={() => window.print()}
            {...(attendees?.pageInfo.hasNextPage && { disabledReason: t`Show all of them first.` })}
          >
            <Icon name="print" /> <Trans>Print</Trans>
          </Button>
        </div>
      </div>
      {!attendees && error && (
        <FaultState cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      )}
      {!attendees && !error && fetching && <Skeleton lines={8} />}
      {attendees && <AttendeesTable attendees={attendees.nodes} zone={event.venue.timeZone} />}
      {attendees?.pageInfo.hasNextPage && (
        <Pager hasNext {...pager} onNext={() => setAfter(attendees.pageInfo.endCursor ?? null)}>
          <Trans>{shown} are shown</Trans>
        </Pager>
      )}
    </div>
  );
}

interface AttendeesTableProps {
  readonly attendees: readonly AttendeeShown[];
  readonly zone: string;
}

function AttendeesTable({ attendees, zone }: AttendeesTableProps) {
  const { t } = useLingui();
  return (
    <Table
      caption={t`Attendees`}
      hideCaption
      rows={attendees}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="user" title={t`Nobody is on this list`} />}
      columns={[
        {
          key: 'place',
          header: t`Place`,
          isName: true,
          cell: ({ section, seat }) => <PlaceName section={section} seat={seat} />,
        },
        {
          key: 'type',
          header: t`Ticket type`,
          cell: ({ ticketType }) => (
            <>
              {ticketType?.label ?? '–'}
              {ticketType?.proof && (
                <small className={styles.proof}>
                  <Trans>shows: {ticketType.proof}</Trans>
                </small>
              )}
            </>
          ),
        },
        { key: 'holder', header: t`Buyer`, cell: ({ holder }) => holder?.nickname ?? '–' },
        {
          key: 'order',
          header: t`Order`,
          cell: ({ booking }) => booking && <code>{booking.id.slice(0, SHORT_ID)}</code>,
        },
        {
          key: 'state',
          header: t`State`,
          cell: ({ status, checkedInAt }) => <TicketState status={status} isIn={Boolean(checkedInAt)} />,
        },
        {
          key: 'at',
          header: t`Arrived`,
          align: 'end',
          cell: ({ checkedInAt }) =>
            checkedInAt ? <When at={checkedInAt} zone={zone} format="time" /> : '–',
        },
      ]}
    />
  );
}
