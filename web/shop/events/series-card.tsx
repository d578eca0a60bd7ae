import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { formatLocale } from '../../ui/format-locale.ts';
import { formatTime } from '../../ui/time-format.ts';
import { LowestPrice } from './event-card.tsx';
import type { EventOnSale } from './events-documents.ts';
import styles from './events-page.module.css';

/** So many dates stand on the card; the calendar has all. */
const SHOWN = 4;

interface SeriesCardProps {
  readonly seriesId: string;
  /** Its dates on this page, the next first. */
  readonly events: readonly EventOnSale[];
  /** The list goes on, and with it perhaps the series. */
  readonly hasMore: boolean;
}

/** A series with its next dates, each of which leads to its own hall. */
export function SeriesCard({ seriesId, events, hasMore }: SeriesCardProps) {
  const { i18n } = useLingui();
  const [next] = events;
  if (!next) return null;
  const { title, artists, venue, hall } = next;
  const count = events.length;
  const shown = events.slice(0, SHOWN);
  return (
    <article className={styles.card}>
      <p className={styles.date}>
        <strong>
          {hasMore ? (
            <Plural value={count} one="# date and more" other="# dates and more" />
          ) : (
            <Plural value={count} one="# date" other="# dates" />
          )}
        </strong>
      </p>
      <div className={styles.what}>
        <h2>
          <Link href={`/series/${seriesId}`}>{title}</Link>
        </h2>
        {artists.length > 0 && <p>{artists.map(({ name }) => name).join(', ')}</p>}
        <p className={styles.where}>
          {venue.name}, {hall.name} · {venue.city}
        </p>
        <ul className={styles.dates}>
          {shown.map(({ id, startsAt, freePlaces }) => (
            <li key={id}>
              <Link href={`/events/${id}`} data-sold-out={freePlaces === 0 || undefined}>
                {formatTime(startsAt, formatLocale(i18n), 'weekday', venue.timeZone)},{' '}
                {formatTime(startsAt, formatLocale(i18n), 'time', venue.timeZone)}
                {freePlaces === 0 && (
                  <>
                    {' · '}
                    <Trans>sold out</Trans>
                  </>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.offer}>
        <LowestPrice range={next.priceRange} />
      </div>
    </article>
  );
}
