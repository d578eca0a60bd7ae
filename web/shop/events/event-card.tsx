import { Plural, Trans } from '@lingui/react/macro';
import { Link } from 'wouter';
import { Badge } from '../../ui/badge.tsx';
import { Money } from '../../ui/money.tsx';
import { When } from '../../ui/when.tsx';
import type { EventOnSale } from './events-documents.ts';
import styles from './events-page.module.css';

/** An event with its date, place, lowest price and free places; the whole card leads to it. */
export function EventCard({ event }: { readonly event: EventOnSale }) {
  const { id, title, startsAt, artists, venue, hall, priceRange, freePlaces } = event;
  return (
    <article className={styles.card}>
      <p className={styles.date}>
        <strong>
          <When at={startsAt} zone={venue.timeZone} format="weekday" />
        </strong>
        <When at={startsAt} zone={venue.timeZone} format="time" />
      </p>
      <div className={styles.what}>
        <h2>
          <Link href={`/events/${id}`}>{title}</Link>
        </h2>
        {artists.length > 0 && <p>{artists.map(({ name }) => name).join(', ')}</p>}
        <p className={styles.where}>
          {venue.name}, {hall.name} · {venue.city}
        </p>
      </div>
      <div className={styles.offer}>
        <LowestPrice range={priceRange} />
        <FreePlaces count={freePlaces} />
      </div>
    </article>
  );
}

export function LowestPrice({ range }: { readonly range: EventOnSale['priceRange'] }) {
  if (!range) return null;
  return (
    <p className={styles.price}>
      {range.lowest.amount === range.highest.amount ? (
        <Money value={range.lowest} />
      ) : (
        <Trans>
          from <Money value={range.lowest} />
        </Trans>
      )}
    </p>
  );
}

function FreePlaces({ count }: { readonly count: number | null | undefined }) {
  if (count === null || count === undefined) return null;
  if (count === 0) {
    return (
      <Badge tone="neutral">
        <Trans>Sold out</Trans>
      </Badge>
    );
  }
  return (
    <Badge tone={count < 20 ? 'warn' : 'ok'}>
      <Plural value={count} one="# place free" other="# places free" />
    </Badge>
  );
}
