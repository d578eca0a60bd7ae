import { graphql } from '../../../graphql/generated/gql.ts';
import type { OfficeTodayQuery } from '../../../graphql/generated/graphql.ts';

export const OfficeToday = graphql(`
  query OfficeToday($from: DateTime!, $until: DateTime!) {
    events(filter: { mine: true, startsFrom: $from, startsBefore: $until }, first: 50) {
      nodes {
        id
        title
        status
        startsAt
        endsAt
        priceRange {
          lowest {
            amount
          }
        }
        venue {
          id
          name
          timeZone
        }
        hall {
          id
          name
        }
        freePlaces
        attendance {
          valid
          checkedIn
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export type EventOfToday = NonNullable<OfficeTodayQuery['events']>['nodes'][number];

/** Places of one event of tonight: asked apart, since the states of a great hall are long. */
export const TonightPlaces = graphql(`
  query TonightPlaces($id: ID!) {
    event(id: $id) {
      id
      freePlaces
      attendance {
        valid
        checkedIn
      }
      statistics {
        capacity
      }
      seatMap {
        version
        states
      }
    }
  }
`);

export const CancelledEvents = graphql(`
  query CancelledEvents($from: DateTime!) {
    events(filter: { mine: true, status: CANCELLED, startsFrom: $from }, first: 10) {
      nodes {
        id
        title
        startsAt
        venue {
          id
          timeZone
        }
      }
    }
  }
`);

export const RefundsOfCancelled = graphql(`
  query RefundsOfCancelled($id: ID!) {
    eventCancellation(eventId: $id) {
      status
      total
      refunded
      failed
      remaining
    }
  }
`);
