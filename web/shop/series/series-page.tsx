import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { usePages } from '../../graphql/use-pages.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { MinimumTerms } from '../event/minimum-terms.tsx';
import { listedFrom } from '../listed-from.ts';
import { type CalendarMonth, calendarOf } from './calendar.ts';
import { MonthView } from './month-view.tsx';
import { type Series, SeriesDates, type SeriesSlot } from './series-documents.ts';
import styles from './series-page.module.css';
import { SlotHall } from './slot-hall.tsx';

/** All coming dates of a series as a calendar, and below it the hall of the date that is chosen (`?slot`). */
export default function SeriesPage({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const [parameters] = useSearchParams();
  const slot = parameters.get('slot');
  const [from] = useState(() => listedFrom());
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, fetching, error }, ask, pager] = usePages(
    {
      query: SeriesDates,
      variables: { id, from, after },
      requestPolicy: 'cache-and-network',
    },
    (found) => found.eventSeries,
  );
  const series = data?.eventSeries;
  if (!series && error) return <FaultState isPage onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!series && (fetching || !data)) {
    return (
      <>
        <PageTitle>{t`Dates`}</PageTitle>
        <Skeleton height={420} />
      </>
    );
  }
  if (!series) {
    return (
      <EmptyState
        isPage
        icon="calendar"
        title={t`There is no such series`}
        action={
          <LinkButton href="/">
            <Trans>To the events</Trans>
          </LinkButton>
        }
      />
    );
  }
  const { pageInfo } = series.events;
  return (
    <>
      <SeriesTitle series={series} />
      {/* The date that is chosen says it for itself. */}
      {slot === null && <MinimumTerms of={series} />}
      <Calendar series={series} />
      {pageInfo.hasNextPage && (
        <Pager hasNext {...pager} onNext={() => setAfter(pageInfo.endCursor)}>
          <Trans>There are later dates.</Trans>
        </Pager>
      )}
      {slot !== null && <SlotHall key={slot} seriesId={id} eventId={slot} />}
    </>
  );
}

function SeriesTitle({ series }: { readonly series: Series }) {
  const { title, description, artists, venue, hall } = series;
  return (
    <>
      <PageTitle
        below={
          <>
            {venue.name}, {hall.name} · {venue.city}
          </>
        }
      >
        {title}
      </PageTitle>
      {artists.length > 0 && (
        <p className={styles.artists}>
          {artists.map((artist) => (
            <Link key={artist.id} href={`/?artist=${artist.id}`}>
              {artist.name}
            </Link>
          ))}
        </p>
      )}
      {description && <p className={styles.description}>{description}</p>}
    </>
  );
}

/** One month at a time, which stands in the address; only those that have dates. */
function Calendar({ series }: { readonly series: Series }) {
  const { t } = useLingui();
  const [parameters, setParameters] = useSearchParams();
  const zone = series.venue.timeZone;
  const slots = series.events.nodes.filter(({ status }) => status === 'ON_SALE');
  const months = calendarOf(slots, zone);
  const chosen = parameters.get('slot');
  const wanted = parameters.get('month') ?? monthOfSlot(months, chosen);
  const at = Math.max(
    0,
    months.findIndex(({ month }) => month === wanted),
  );
  const shown = months[at];
  if (!shown) {
    return (
      <EmptyState icon="calendar" title={t`No dates are on sale`}>
        <Trans>All dates of this series are over or no longer on sale.</Trans>
      </EmptyState>
    );
  }
  const goTo = (index: number) => {
    const month = months[index]?.month;
    if (!month) return;
    const next = new URLSearchParams(parameters);
    next.set('month', month);
    setParameters(next, { replace: true });
  };
  return (
    <MonthView
      month={shown}
      zone={zone}
      chosen={chosen}
      hrefOf={(slot) => `/series/${series.id}?${new URLSearchParams({ month: shown.month, slot })}`}
      {...(at > 0 ? { onBack: () => goTo(at - 1) } : {})}
      {...(at < months.length - 1 ? { onNext: () => goTo(at + 1) } : {})}
    />
  );
}

function monthOfSlot(
  months: readonly CalendarMonth<SeriesSlot>[],
  chosen: string | null,
): string | undefined {
  return months.find(({ slots }) => slots.some(({ id }) => id === chosen))?.month;
}
