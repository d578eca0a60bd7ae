import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { graphql } from '../graphql/generated/gql.ts';
import { useQuery } from '../graphql/hooks.ts';
import { Countdown } from '../ui/countdown.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import styles from './held-bar.module.css';
import { useClockOffset, useUser } from './services.ts';

export const HeldPlaces = graphql(`
  query HeldPlaces {
    me {
      id
      bookings(statuses: [AWAITING_PAYMENT], first: 5) {
        nodes {
          id
          status
          expiresAt
          event {
            id
            title
          }
          items {
            seat {
              id
              index
            }
          }
        }
      }
    }
  }
`);

/**
 * What is held and not paid yet, above every page but its own: a hold lives on the server, not in a page. The one that
 * ends first stands for all.
 */
export function HeldBar() {
  const { t } = useLingui();
  const user = useUser();
  const clockOffsetMs = useClockOffset();
  const [path] = useLocation();
  // The server lets go of what is over some time later.
  const [over, setOver] = useState<readonly string[]>([]);
  const [{ data }, ask] = useQuery({
    query: HeldPlaces,
    variables: {},
    pause: user === null,
    requestPolicy: 'cache-and-network',
  });
  // Meanwhile it may have been paid, or more be held, in another tab.
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible' && user) ask({ requestPolicy: 'network-only' });
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [ask, user]);
  const held = data?.me?.bookings?.nodes.filter(
    ({ id, status }) => status === 'AWAITING_PAYMENT' && !over.includes(id) && path !== `/bookings/${id}`,
  );
  if (user === null || !held) return null;
  const [first, ...others] = held.toSorted((a, b) => Date.parse(a.expiresAt) - Date.parse(b.expiresAt));
  if (!first) return null;
  const { id, expiresAt, event, items } = first;
  const ended = () => {
    setOver([...over, id]);
    ask({ requestPolicy: 'network-only' });
  };
  return (
    <section className={styles.bar} aria-label={t`Held for you`} data-print="never">
      <p>
        <strong>
          <Plural value={items.length} one="# place held" other="# places held" />
        </strong>
        <span className={styles.title}>{event?.title}</span>
        <Countdown key={id} until={expiresAt} clockOffsetMs={clockOffsetMs} onEnd={ended} />
        {others.length > 0 && (
          <Link href="/account/bookings">
            <Plural value={others.length} one="and # more booking" other="and # more bookings" />
          </Link>
        )}
      </p>
      <LinkButton
        href={`/bookings/${id}`}
        variant="primary"
        size="s"
        aria-label={t`Pay for ${event?.title ?? ''}`}
      >
        <Trans>Pay</Trans>
      </LinkButton>
    </section>
  );
}
