import { graphql } from '../../../graphql/generated/gql.ts';
import type { SalesOfEventQuery } from '../../../graphql/generated/graphql.ts';

export const SalesOfEvent = graphql(`
  query SalesOfEvent($id: ID!, $bucket: SalesBucket!, $from: DateTime) {
    event(id: $id) {
      id
      statistics {
        capacity
        sold
        refunded
        occupancy
        revenue {
          amount
          currencyCode
        }
        salesOverTime(bucket: $bucket, from: $from) {
          at
          sold
          refunded
        }
        byTicketType {
          ticketType {
            id
            label
          }
          sold
          refunded
          revenue {
            amount
            currencyCode
          }
        }
        byPriceZone {
          priceZone {
            id
            label
          }
          sold
          refunded
          revenue {
            amount
            currencyCode
          }
        }
      }
    }
  }
`);

export type SalesShown = NonNullable<NonNullable<SalesOfEventQuery['event']>['statistics']>;

export const SalesCsv = graphql(`
  query SalesCsv($id: ID!) {
    event(id: $id) {
      id
      statistics {
        csv
      }
    }
  }
`);
