import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAskedAnew } from '../../../app/use-asked-anew.ts';
import { useQuery } from '../../../graphql/hooks.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { When } from '../../../ui/when.tsx';
import type { EveningPlan } from './evening-plan.ts';
import styles from './today.module.css';
import { CancelledEvents, type EventOfToday, RefundsOfCancelled } from './today-documents.ts';

const DAY_MS = 86_400_000;
/** Cancelled events that were to begin so long ago are looked at no more. */
const DAYS_BACK = 30;
const EVERY_MS = 5_000;

/** What nobody but the organizer can mend: drafts that are late, refunds of cancelled events that hang. */
export function Hands({ hands }: { readonly hands: EveningPlan<EventOfToday>['hands'] }) {
  const { t } = useLingui();
  const [from] = useState(() =>
    new Date((Math.floor(Date.now() / DAY_MS) - DAYS_BACK) * DAY_MS).toISOString(),
  );
  const [{ data }] = useQuery({
    query: CancelledEvents,
    variables: { from },
    requestPolicy: 'cache-and-network',
  });
  const cancelled = data?.events?.nodes ?? [];
  if (hands.length === 0 && cancelled.length === 0) return null;
  return (
    <section aria-label={t`Needs a hand`} className={styles.hands}>
      {hands.map(({ need, event }) => (
        <Draft key={event.id} need={need} event={event} />
      ))}
      {cancelled.map(({ id, title }) => (
        <Refunds key={id} id={id} title={title} />
      ))}
    </section>
  );
}

function Draft({ need, event }: EveningPlan<EventOfToday>['hands'][number]) {
  const { id, title, startsAt, venue } = event;
  const when = <When at={startsAt} zone={venue.timeZone} format="dateTime" />;
  if (need === 'publish') {
    return (
      <Notice
        tone="danger"
        title={<Trans>“{title}” begins soon and is not on sale</Trans>}
        action={
          <LinkButton size="s" href={`/organizer/events/${id}`}>
            <Trans>Look at it</Trans>
          </LinkButton>
        }
      >
        <Trans>It begins {when}. Nobody can buy a place before it is published.</Trans>
      </Notice>
    );
  }
  return (
    <Notice
      tone="warn"
      title={<Trans>“{title}” has no prices yet</Trans>}
      action={
        <LinkButton size="s" href={`/organizer/events/${id}/prices`}>
          <Trans>Set prices</Trans>
        </LinkButton>
      }
    >
      <Trans>It begins {when}. Without prices it cannot be published.</Trans>
    </Notice>
  );
}

/** Shown as long as somebody waits for the money of a cancelled event. */
function Refunds({ id, title }: { readonly id: string; readonly title: string }) {
  const [{ data }, ask] = useQuery({
    query: RefundsOfCancelled,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const found = data?.eventCancellation;
  const isRunning = found?.status === 'RUNNING';
  useAskedAnew(
    () => {
      if (isRunning) ask({ requestPolicy: 'network-only' });
    },
    EVERY_MS,
    found,
  );
  if (!found || (!isRunning && found.failed === 0)) return null;
  const { refunded, total, failed } = found;
  return (
    <Notice
      tone={failed > 0 ? 'danger' : 'warn'}
      title={<Trans>“{title}” is cancelled</Trans>}
      action={
        <LinkButton size="s" href={`/organizer/events/${id}/cancel`}>
          <Trans>Look at it</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>
          {refunded} of <Plural value={total} one="# booking has" other="# bookings have" /> the money back
        </Trans>
      </p>
      {failed > 0 && (
        <p>
          <Plural
            value={failed}
            one="# refund has failed and is tried again."
            other="# refunds have failed and are tried again."
          />
        </p>
      )}
    </Notice>
  );
}
