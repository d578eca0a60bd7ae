import { graphql } from '../../graphql/generated/gql.ts';
import type { EventsOnSaleQuery } from '../../graphql/generated/graphql.ts';

export const EventsOnSale = graphql(`
  query EventsOnSale($search: String, $filter: EventFilter, $after: String) {
    events(search: $search, filter: $filter, first: 24, after: $after) {
      nodes {
        id
        title
        startsAt
        freePlaces
        priceRange {
          lowest {
            amount
            currencyCode
          }
          highest {
            amount
            currencyCode
          }
        }
        series {
          id
        }
        artists {
          id
          name
        }
        venue {
          id
          name
          city
          timeZone
        }
        hall {
          id
          name
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export type EventOnSale = NonNullable<EventsOnSaleQuery['events']>['nodes'][number];
