import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Card } from '../../../ui/card.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { When } from '../../../ui/when.tsx';
import { EventStatusBadge } from '../../event-status-badge.tsx';
import { usePolled } from '../../use-polled.ts';
import { countPlaces } from './evening-plan.ts';
import styles from './today.module.css';
import { type EventOfToday, TonightPlaces } from './today-documents.ts';

const EVERY_MS = 10_000;

/** One event of tonight: how its places stand, who is in, and the ways to its pages. */
export function TonightCard({ event }: { readonly event: EventOfToday }) {
  const { t } = useLingui();
  const { id, title, startsAt, venue, hall, status } = event;
  const { heard } = usePolled(
    { query: TonightPlaces, variables: { id }, requestPolicy: 'cache-and-network' },
    EVERY_MS,
  );
  const found = heard?.data.event;
  const valid = found?.attendance?.valid ?? 0;
  const checkedIn = found?.attendance?.checkedIn ?? 0;
  const counts = countPlaces({
    capacity: found?.statistics?.capacity ?? 0,
    free: found?.freePlaces ?? 0,
    valid,
    states: found?.seatMap?.states ?? '',
  });
  const at = `/organizer/events/${id}`;
  return (
    <Card as="article" className={styles.card}>
      <header className={styles.head}>
        <div>
          <h3>
            <Link href={at}>{title}</Link>
          </h3>
          <p className={styles.where}>
            <When at={startsAt} zone={venue.timeZone} format="time" /> · {venue.name}, {hall.name}
          </p>
        </div>
        <EventStatusBadge status={status} />
      </header>
      <dl className={styles.figures} aria-busy={!found || undefined}>
        <Figure name={t`Sold`} value={found ? counts.sold : null} mark="sold" />
        <Figure name={t`Held`} value={found ? counts.held : null} mark="held" />
        <Figure name={t`Free`} value={found ? counts.free : null} mark="free" />
        <Figure
          name={t`Checked in`}
          value={found ? checkedIn : null}
          of={valid > 0 ? t`of ${valid}` : undefined}
        />
      </dl>
      <div className={styles.bar} aria-hidden="true">
        <span data-mark="sold" style={{ flexGrow: counts.sold }} />
        <span data-mark="held" style={{ flexGrow: counts.held }} />
        <span data-mark="free" style={{ flexGrow: counts.free }} />
        <span data-mark="blocked" style={{ flexGrow: counts.blocked }} />
      </div>
      <div className={styles.ways}>
        <LinkButton href={`${at}/check-in`} variant="primary">
          <Trans>Check-in</Trans>
        </LinkButton>
        <LinkButton href={`${at}/seats`}>
          <Trans>Seats</Trans>
        </LinkButton>
        <LinkButton href={`${at}/sales`}>
          <Trans>Sales</Trans>
        </LinkButton>
        <LinkButton href={`${at}/orders`}>
          <Trans>Orders</Trans>
        </LinkButton>
      </div>
    </Card>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number | null;
  readonly of?: ReactNode;
  /** As the bar below is coloured. */
  readonly mark?: 'sold' | 'held' | 'free';
}

function Figure({ name, value, of, mark }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt>
        {mark && <span className={styles.swatch} data-mark={mark} aria-hidden="true" />}
        {name}
      </dt>
      <dd>
        {value ?? '–'} {of && <small>{of}</small>}
      </dd>
    </div>
  );
}
