import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { graphql } from '../../graphql/generated/gql.ts';
import { useQuery, useSubscription } from '../../graphql/hooks.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { FaultState } from '../../ui/fault-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import office from '../office.module.css';
import styles from './cancellation-progress.module.css';

const CancellationOf = graphql(`
  query CancellationOf($id: ID!) {
    eventCancellation(eventId: $id) {
      reason
      minimumGuests
      status
      total
      refunded
      failed
      remaining
    }
  }
`);

const CancellationProgressed = graphql(`
  subscription CancellationProgressed($id: ID!) {
    eventCancellationProgressed(eventId: $id) {
      reason
      minimumGuests
      status
      total
      refunded
      failed
      remaining
    }
  }
`);

/** How many have their money back, as it happens. */
export function CancellationProgress({ eventId }: { readonly eventId: string }) {
  const { t } = useLingui();
  const [{ data, error }, ask] = useQuery({
    query: CancellationOf,
    variables: { id: eventId },
    requestPolicy: 'network-only',
  });
  const [{ data: live }] = useSubscription(CancellationProgressed, { id: eventId });
  const shown = live?.eventCancellationProgressed ?? data?.eventCancellation;
  if (!shown) {
    if (error) return <FaultState cause={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return (
      <Card className={office.part}>
        <p aria-live="polite">
          <Trans>The event is cancelled. The refunds begin in a moment…</Trans>
        </p>
        <Skeleton height={24} />
      </Card>
    );
  }
  const { reason, minimumGuests, status, total, refunded, failed, remaining } = shown;
  const isDone = status === 'DONE';
  return (
    <Card as="section" className={office.part}>
      <div className={office.heading}>
        <h2>{t`Refunds`}</h2>
        {isDone ? (
          <Badge tone="ok">
            <Trans>All done</Trans>
          </Badge>
        ) : (
          <Badge tone="accent">
            <Trans>Under way</Trans>
          </Badge>
        )}
      </div>
      <p className={styles.figure} aria-live="polite">
        {total === 0 ? (
          <Trans>Nobody had paid: there is nothing to give back.</Trans>
        ) : (
          <Trans>
            {refunded} of <Plural value={total} one="# booking has" other="# bookings have" /> the money back
          </Trans>
        )}
      </p>
      {total > 0 && (
        <progress className={styles.bar} value={refunded} max={total} aria-label={t`Bookings paid back`} />
      )}
      {remaining > 0 && (
        <p className={office.muted}>
          <Plural
            value={remaining}
            one="# booking is still to be paid back."
            other="# bookings are still to be paid back."
          />
        </p>
      )}
      {failed > 0 && (
        <Notice
          tone="warn"
          title={
            <Plural value={failed} one="# refund had no success yet" other="# refunds had no success yet" />
          }
        >
          <Trans>
            It is tried again for some minutes, and then laid before an administrator. You need do nothing.
          </Trans>
        </Notice>
      )}
      <p className={office.muted}>
        {minimumGuests ? (
          <Trans>
            Too few guests had booked: <Plural value={minimumGuests} one="# is" other="# are" /> needed.
          </Trans>
        ) : (
          <Trans>Buyers were told: “{reason}”</Trans>
        )}
      </p>
    </Card>
  );
}
