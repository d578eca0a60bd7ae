import { graphql } from '../../../graphql/generated/gql.ts';
import type {
  AttendeesOfEventQuery,
  FindOrdersQuery,
  OrderInFullQuery,
  OrdersOfEventQuery,
} from '../../../graphql/generated/graphql.ts';

/** How many characters of an identifier are shown; as many the search takes. */
export const SHORT_ID = 8;

export const OrdersOfEvent = graphql(`
  query OrdersOfEvent($id: ID!, $search: String, $statuses: [BookingStatus!], $after: String) {
    event(id: $id) {
      id
      bookings(search: $search, statuses: $statuses, first: 25, after: $after) {
        nodes {
          id
          status
          createdAt
          buyer {
            id
            nickname
          }
          total {
            amount
            currencyCode
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

export type OrderShown = NonNullable<NonNullable<OrdersOfEventQuery['event']>['bookings']>['nodes'][number];

/** Orders of all events that the caller runs, by what somebody shows or says. */
export const FindOrders = graphql(`
  query FindOrders($search: String!, $after: String) {
    eventBookings(search: $search, first: 25, after: $after) {
      nodes {
        id
        status
        createdAt
        buyer {
          id
          nickname
        }
        total {
          amount
          currencyCode
        }
        event {
          id
          title
          startsAt
          venue {
            id
            timeZone
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export type FoundOrder = NonNullable<FindOrdersQuery['eventBookings']>['nodes'][number];

/** One order with its places: asked when somebody looks at it. */
export const OrderInFull = graphql(`
  query OrderInFull($id: ID!, $search: String!) {
    event(id: $id) {
      id
      bookings(search: $search, first: 1) {
        nodes {
          id
          status
          cancellationReason
          buyer {
            id
            nickname
          }
          createdAt
          expiresAt
          subtotal {
            amount
            currencyCode
          }
          discount {
            amount
            currencyCode
          }
          total {
            amount
            currencyCode
          }
          items {
            price {
              amount
              currencyCode
            }
            seat {
              id
              label
              row {
                id
                label
              }
            }
            section {
              id
              label
            }
            ticketType {
              id
              label
            }
          }
          tickets {
            id
            status
            checkedInAt
            seat {
              id
              label
              row {
                id
                label
              }
            }
            section {
              id
              label
            }
            ticketType {
              id
              label
            }
          }
        }
      }
    }
  }
`);

export type OrderInFullShown = NonNullable<
  NonNullable<OrderInFullQuery['event']>['bookings']
>['nodes'][number];

export const AttendeesOfEvent = graphql(`
  query AttendeesOfEvent($id: ID!, $isCheckedIn: Boolean, $after: String) {
    event(id: $id) {
      id
      attendance {
        valid
        checkedIn
      }
      attendees(isCheckedIn: $isCheckedIn, first: 100, after: $after) {
        nodes {
          id
          status
          checkedInAt
          seat {
            id
            label
            row {
              id
              label
            }
          }
          section {
            id
            label
          }
          ticketType {
            id
            label
            proof
          }
          holder {
            id
            nickname
          }
          booking {
            id
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

export type AttendeeShown = NonNullable<
  NonNullable<AttendeesOfEventQuery['event']>['attendees']
>['nodes'][number];
