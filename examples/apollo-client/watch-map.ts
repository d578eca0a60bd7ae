import { type ApolloClient, gql, type TypedDocumentNode } from '@apollo/client';

type SeatState = 'FREE' | 'HELD' | 'SOLD' | 'BLOCKED';

interface MapQuery {
  readonly event: {
    readonly id: string;
    readonly seatMap: { readonly version: string; readonly states: string } | null;
  } | null;
}

interface MapMessage {
  readonly seatMapChanged:
    | {
        readonly __typename: 'SeatMapDelta';
        readonly fromVersion: string;
        readonly version: string;
        readonly changes: readonly { readonly index: number; readonly state: SeatState }[];
      }
    | { readonly __typename: 'SeatMapSnapshot'; readonly version: string; readonly states: string };
}

const MAP: TypedDocumentNode<MapQuery, { eventId: string }> = gql`
  query MapOfEvent($eventId: ID!) {
    event(id: $eventId) {
      id
      seatMap {
        version
        states
      }
    }
  }
`;

const CHANGES: TypedDocumentNode<MapMessage, { eventId: string; since: string }> = gql`
  subscription MapChanges($eventId: ID!, $since: String!) {
    seatMapChanged(eventId: $eventId, sinceVersion: $since) {
      ... on SeatMapDelta {
        fromVersion
        version
        changes {
          index
          state
        }
      }
      ... on SeatMapSnapshot {
        version
        states
      }
    }
  }
`;

/** A letter a seat, in plan order: F free, H held, S sold, B blocked. */
export interface WatchedMap {
  readonly version: string;
  readonly states: string;
}

/**
 * Follows the map of an event: calls back with the whole map at first and after every change, and misses none. The answer ends it.
 * @throws Error when there is no such event, or it is not on sale
 */
export async function watchMap(
  apollo: ApolloClient,
  eventId: string,
  onMap: (map: WatchedMap) => void,
): Promise<() => void> {
  const { data } = await apollo.query({ query: MAP, variables: { eventId }, fetchPolicy: 'network-only' });
  if (!data?.event?.seatMap) throw new Error(`expected an event on sale, got ${eventId}`);
  let map: WatchedMap = data.event.seatMap;
  onMap(map);
  let subscription = follow();
  return () => subscription.unsubscribe();

  function follow() {
    return apollo
      .subscribe({ query: CHANGES, variables: { eventId, since: map.version }, fetchPolicy: 'no-cache' })
      .subscribe(({ data: message }) => {
        const change = message?.seatMapChanged;
        if (!change) return;
        if (change.__typename === 'SeatMapSnapshot') {
          map = { version: change.version, states: change.states };
        } else if (change.fromVersion === map.version) {
          map = { version: change.version, states: withChanges(map.states, change.changes) };
        } else {
          // A delta of another version does not fit: begin again from what is held.
          subscription.unsubscribe();
          subscription = follow();
          return;
        }
        onMap(map);
      });
  }
}

function withChanges(
  states: string,
  changes: readonly { readonly index: number; readonly state: SeatState }[],
): string {
  const letters = states.split('');
  for (const { index, state } of changes) letters[index] = state.charAt(0);
  return letters.join('');
}
