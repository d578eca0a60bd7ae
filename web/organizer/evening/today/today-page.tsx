import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FaultState } from '../../../ui/fault-state.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Table } from '../../../ui/table.tsx';
import { When } from '../../../ui/when.tsx';
import { EventStatusBadge } from '../../event-status-badge.tsx';
import { OldFigures } from '../../old-figures.tsx';
import { usePolled } from '../../use-polled.ts';
import { planEvening } from './evening-plan.ts';
import { Hands } from './hands.tsx';
import styles from './today.module.css';
import { type EventOfToday, OfficeToday } from './today-documents.ts';
import { TonightCard } from './tonight-card.tsx';

const HOUR_MS = 3_600_000;
const DAYS_AHEAD = 14;
const EVERY_MS = 20_000;

/** The first page of the office: tonight, what needs a hand, and the next days. */
export default function TodayPage() {
  const { t } = useLingui();
  const polled = usePolled(
    { query: OfficeToday, variables: usePeriod(), requestPolicy: 'cache-and-network' },
    EVERY_MS,
  );
  const { heard, error, again } = polled;
  const events = heard?.data.events?.nodes;
  return (
    <>
      <PageTitle below={<When at={new Date().toISOString()} format="weekday" />}>{t`Today`}</PageTitle>
      <OldFigures of={polled} />
      {!events && error && <FaultState cause={error} onRetry={again} />}
      {!events && !error && <Skeleton height={320} />}
      {events && <Evening events={events} isCut={heard?.data.events?.pageInfo.hasNextPage ?? false} />}
    </>
  );
}

/** Whole hours, so that drawing the page again asks the same. */
function usePeriod() {
  const [period] = useState(() => {
    const hour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
    const at = (hours: number) => new Date(hour + hours * HOUR_MS).toISOString();
    return { from: at(-24), until: at(24 * DAYS_AHEAD) };
  });
  return period;
}

interface EveningProps {
  readonly events: readonly EventOfToday[];
  /** There are more than are asked for here. */
  readonly isCut: boolean;
}

function Evening({ events, isCut }: EveningProps) {
  const { t } = useLingui();
  const { tonight, coming, hands } = planEvening(events, Date.now());
  return (
    <div className={styles.page}>
      <Hands hands={hands} />
      <section aria-labelledby="tonight">
        <h2 id="tonight">{t`Tonight`}</h2>
        {tonight.length === 0 ? (
          <p className={styles.none}>
            <Trans>Nothing takes place today.</Trans>
          </p>
        ) : (
          <div className={styles.cards}>
            {tonight.map((event) => (
              <TonightCard key={event.id} event={event} />
            ))}
          </div>
        )}
      </section>
      <section aria-labelledby="coming">
        <h2 id="coming">{t`The next two weeks`}</h2>
        {coming.length === 0 ? (
          <EmptyState
            icon="calendar"
            title={t`Nothing is planned`}
            action={
              <LinkButton href="/organizer/events">
                <Trans>To your events</Trans>
              </LinkButton>
            }
          />
        ) : (
          <ComingEvents events={coming} />
        )}
        {isCut && (
          <p className={styles.none}>
            <Trans>
              These are not all. <Link href="/organizer/events">To your events</Link>
            </Trans>
          </p>
        )}
      </section>
    </div>
  );
}

function ComingEvents({ events }: { readonly events: readonly EventOfToday[] }) {
  const { t } = useLingui();
  return (
    <Table
      caption={t`The next two weeks`}
      hideCaption
      rows={events}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: 'title',
          header: t`Event`,
          isName: true,
          cell: ({ id, title }) => <Link href={`/organizer/events/${id}`}>{title}</Link>,
        },
        {
          key: 'when',
          header: t`Begins`,
          cell: ({ startsAt, venue }) => <When at={startsAt} zone={venue.timeZone} format="dateTime" />,
        },
        { key: 'where', header: t`Where`, cell: ({ venue, hall }) => `${venue.name}, ${hall.name}` },
        { key: 'status', header: t`State`, cell: ({ status }) => <EventStatusBadge status={status} /> },
        {
          key: 'sold',
          header: t`Sold`,
          align: 'end',
          cell: ({ status, attendance }) => (status === 'DRAFT' ? '–' : (attendance?.valid ?? 0)),
        },
        {
          key: 'free',
          header: t`Free`,
          align: 'end',
          cell: ({ freePlaces }) => freePlaces ?? '–',
        },
      ]}
    />
  );
}
