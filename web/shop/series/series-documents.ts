import { graphql } from '../../graphql/generated/gql.ts';
import type { SeriesDatesQuery } from '../../graphql/generated/graphql.ts';

export const SeriesDates = graphql(`
  query SeriesDates($id: ID!, $from: DateTime!, $after: String) {
    eventSeries(id: $id) {
      id
      title
      description
      minimumGuests
      minimumDecidedHoursBefore
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
      events(startsFrom: $from, first: 100, after: $after) {
        nodes {
          id
          startsAt
          status
          freePlaces
          priceRange {
            lowest {
              amount
              currencyCode
            }
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

export type Series = NonNullable<SeriesDatesQuery['eventSeries']>;
export type SeriesSlot = Series['events']['nodes'][number];
