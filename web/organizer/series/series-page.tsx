import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OfficeSeriesQuery, SeriesSlotsQuery } from '../../graphql/generated/graphql.ts';
import { useQuery } from '../../graphql/hooks.ts';
import { usePages } from '../../graphql/use-pages.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Table } from '../../ui/table.tsx';
import { When } from '../../ui/when.tsx';
import { EventStatusBadge } from '../event-status-badge.tsx';
import office from '../office.module.css';
import { CancelSeries } from './cancel-series.tsx';
import { PublishDrafts } from './publish-drafts.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { OfficeSeries, SeriesSlots } from './series-documents.ts';

type Series = NonNullable<OfficeSeriesQuery['eventSeries']>;
type Slot = NonNullable<SeriesSlotsQuery['eventSeries']>['events']['nodes'][number];

/** A series in the office: its dates, more of them, and an end to all of them. */
export default function SeriesPage({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const [{ data, error }, ask] = useQuery({
    query: OfficeSeries,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const series = data?.eventSeries;
  if (series) return <SeriesShown series={series} />;
  if (error)
    return <FaultState isPage cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (data) return <PageTitle>{t`There is no such series`}</PageTitle>;
  return (
    <>
      <PageTitle>{t`Series`}</PageTitle>
      <Skeleton height={400} />
    </>
  );
}

const HALF_A_DAY_MS = 43_200_000;

function SeriesShown({ series }: { readonly series: Series }) {
  const { t } = useLingui();
  const { id, title, venue, hall, seatingPlan } = series;
  const [from] = useState(() => new Date(Date.now() - HALF_A_DAY_MS).toISOString());
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }, ask, pager] = usePages(
    {
      query: SeriesSlots,
      variables: { id, from, after },
      requestPolicy: 'cache-and-network',
    },
    (found) => found.eventSeries,
  );
  const slots = data?.eventSeries?.events.nodes;
  const page = data?.eventSeries?.events.pageInfo;
  const again = () => ask({ requestPolicy: 'network-only' });
  const places = seatingPlan.seatCount + seatingPlan.standingCapacity;
  const drafts = (slots ?? []).filter(({ status }) => status === 'DRAFT');
  return (
    <>
      <PageTitle
        above={
          <Link href="/organizer/events">
            <Trans>Your events</Trans>
          </Link>
        }
        below={
          <>
            {venue.name}, {hall.name} · <Plural value={places} one="# place a date" other="# places a date" />
          </>
        }
        actions={
          <LinkButton href={`/series/${id}`}>
            <Trans>As buyers see it</Trans>
          </LinkButton>
        }
      >
        {title}
      </PageTitle>
      <div className={office.heading}>
        <h2>{t`Dates`}</h2>
        {drafts.length > 0 && (
          <PublishDrafts drafts={drafts} placesEach={places} zone={venue.timeZone} onDone={again} />
        )}
      </div>
      {error && !slots && <FaultState cause={error} onRetry={again} />}
      {!slots && !error && <Skeleton height={200} />}
      {slots && <SlotTable slots={slots} zone={venue.timeZone} />}
      {page?.hasNextPage && <Pager hasNext {...pager} onNext={() => setAfter(page.endCursor ?? null)} />}
      <ScheduleForm seriesId={id} zone={venue.timeZone} placesEach={places} onDone={again} />
      {(page?.hasNextPage || slots?.some(({ status }) => status === 'ON_SALE')) && (
        <CancelSeries seriesId={id} title={title} onDone={again} />
      )}
    </>
  );
}

function SlotTable({ slots, zone }: { readonly slots: readonly Slot[]; readonly zone: string }) {
  const { t } = useLingui();
  return (
    <Table
      caption={t`Dates`}
      hideCaption
      rows={slots}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'when',
          header: t`Date`,
          isName: true,
          cell: ({ id, startsAt }) => (
            <Link href={`/organizer/events/${id}`}>
              <When at={startsAt} zone={zone} format="dateTime" />
            </Link>
          ),
        },
        {
          key: 'until',
          header: t`Until`,
          cell: ({ endsAt }) => <When at={endsAt} zone={zone} format="time" />,
        },
        { key: 'status', header: t`Status`, cell: ({ status }) => <EventStatusBadge status={status} /> },
        {
          key: 'free',
          header: t`Free places`,
          align: 'end',
          cell: ({ status, freePlaces }) => (status === 'ON_SALE' ? (freePlaces ?? '–') : '–'),
        },
      ]}
      empty={
        <EmptyState icon="calendar" title={t`No date is coming`}>
          <Trans>Give the series its timetable below. The address of this page leads back to it.</Trans>
        </EmptyState>
      }
    />
  );
}
