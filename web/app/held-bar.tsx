import { Plural, Trans } from '@lingui/react/macro';
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
  const user = useUser();
  const clockOffsetMs = useClockOffset();
  const [path] = useLocation();
  const [{ data }, ask] = useQuery({
    query: HeldPlaces,
    variables: {},
    pause: user === null,
    requestPolicy: 'cache-and-network',
  });
  const held = data?.me?.bookings?.nodes.filter(
    ({ id, status }) => status === 'AWAITING_PAYMENT' && path !== `/bookings/${id}`,
  );
  if (user === null || !held || held.length === 0) return null;
  return (
    <section className={styles.bar} aria-live="polite">
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
              onEnd={() => ask({ requestPolicy: 'network-only' })}
            />
          </p>
          <LinkButton href={`/bookings/${id}`} variant="primary" size="s">
            <Trans>Pay</Trans>
          </LinkButton>
        </div>
      ))}
    </section>
  );
}
