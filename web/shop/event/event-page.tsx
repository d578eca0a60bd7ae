import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { useQuery } from '../../graphql/hooks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Money } from '../../ui/money.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { When } from '../../ui/when.tsx';
import { EventDetails, type EventShown } from './event-documents.ts';
import { EventHall } from './event-hall.tsx';
import styles from './event-page.module.css';
import { MinimumTerms } from './minimum-terms.tsx';
import { RefundTerms } from './refund-terms.tsx';

/** An event and its hall: what it is, then the places. */
export default function EventPage({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const [{ data, error }, ask] = useQuery({
    query: EventDetails,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const event = data?.event;
  if (event) return <Event event={event} />;
  // A service that is away answers without the event, and with an error: it may well be there.
  if (error) return <FaultState isPage onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (data) {
    return (
      <EmptyState
        isPage
        title={t`There is no such event`}
        action={
          <LinkButton href="/">
            <Trans>To the events</Trans>
          </LinkButton>
        }
      />
    );
  }
  return (
    <>
      <PageTitle>{t`Event`}</PageTitle>
      <Skeleton height={480} />
    </>
  );
}

function Event({ event }: { readonly event: EventShown }) {
  const { t } = useLingui();
  const { title, startsAt, venue, hall, artists, description, priceRange, series } = event;
  return (
    <div className={styles.page} data-wide>
      <div className={styles.about}>
        <PageTitle
          className={styles.title}
          above={series && <Link href={`/series/${series.id}`}>{t`All dates of ${series.title}`}</Link>}
          below={
            <>
              <When at={startsAt} zone={venue.timeZone} format="short" /> · {venue.name}
              <span className={styles.room}>
                , {hall.name} · {venue.city}
              </span>
              {artists.map((artist) => (
                <span key={artist.id} className={styles.artist}>
                  {' · '}
                  <Link href={`/?artist=${artist.id}`}>{artist.name}</Link>
                </span>
              ))}
            </>
          }
        >
          {title}
        </PageTitle>
        <details className={styles.details}>
          <summary>
            {priceRange && (
              <span>
                <Money value={priceRange.lowest} />
                {priceRange.lowest.amount !== priceRange.highest.amount && (
                  <>
                    –<Money value={priceRange.highest} />
                  </>
                )}
              </span>
            )}
            <span className={styles.more}>
              <Trans>About and refunds</Trans>
            </span>
          </summary>
          {description && <p className={styles.description}>{description}</p>}
          <p>
            {venue.name}, {hall.name}
            <br />
            {venue.address}, {venue.city}
          </p>
          {artists.length > 0 && <p>{artists.map(({ name }) => name).join(', ')}</p>}
          <RefundTerms tiers={event.refundTiers} />
        </details>
        {event.status === 'ON_SALE' && <MinimumTerms of={event} isReached={event.isMinimumReached} />}
      </div>
      <EventHall event={event} />
    </div>
  );
}
