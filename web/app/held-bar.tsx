import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLocation } from 'wouter';
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

/** What is held and not paid yet, above every page but its own: a hold lives on the server, not in a page. */
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
  const held = data?.me?.bookings?.nodes.filter(
    ({ id, status }) => status === 'AWAITING_PAYMENT' && !over.includes(id) && path !== `/bookings/${id}`,
  );
  if (user === null || !held || held.length === 0) return null;
  return (
    <section className={styles.bar} aria-label={t`Held for you`}>
      {held.map(({ id, expiresAt, event, items }) => (
        <div key={id} className={styles.held}>
          <p>
            <strong>
              <Plural value={items.length} one="# place held" other="# places held" />
            </strong>
            <span className={styles.title}>{event?.title}</span>
            <Countdown
              until={expiresAt}
              clockOffsetMs={clockOffsetMs}
              onEnd={() => {
                setOver((others) => [...others, id]);
                ask({ requestPolicy: 'network-only' });
              }}
            />
          </p>
          <LinkButton
            href={`/bookings/${id}`}
            variant="primary"
            size="s"
            aria-label={t`Pay for ${event?.title ?? ''}`}
          >
            <Trans>Pay</Trans>
          </LinkButton>
        </div>
      ))}
    </section>
  );
}
