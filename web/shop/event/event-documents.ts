import { graphql } from '../../graphql/generated/gql.ts';
import type { EventDetailsQuery } from '../../graphql/generated/graphql.ts';

export const EventDetails = graphql(`
  query EventDetails($id: ID!) {
    event(id: $id) {
      id
      title
      description
      startsAt
      endsAt
      status
      maxSeatsPerUser
      refusesSingleSeats
      minimumGuests
      minimumDecidedHoursBefore
      isMinimumReached
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
      refundTiers {
        hoursBefore
        percent
      }
      series {
        id
        title
      }
      artists {
        id
        name
      }
      venue {
        id
        name
        address
        city
        timeZone
      }
      hall {
        id
        name
      }
      prices {
        priceZone {
          id
          label
        }
        price {
          amount
          currencyCode
        }
      }
      ticketTypes {
        id
        label
        proof
        maxPerBooking
        needs {
          id
          label
        }
        prices {
          priceZone {
            id
          }
          price {
            amount
            currencyCode
          }
        }
      }
    }
  }
`);

export type EventShown = NonNullable<EventDetailsQuery['event']>;

/** The plan's place and the state of every seat: asked apart, and kept out of the cache. */
export const EventMap = graphql(`
  query EventMap($id: ID!) {
    event(id: $id) {
      id
      seatMap {
        version
        states
        plan {
          id
          geometryUrl
        }
        standing {
          section {
            id
          }
          available
        }
      }
    }
  }
`);

export const SeatMapChanged = graphql(`
  subscription SeatMapChanged($id: ID!) {
    seatMapChanged(eventId: $id) {
      __typename
      ... on SeatMapDelta {
        fromVersion
        version
        changes {
          index
          state
        }
        standing {
          section {
            id
          }
          available
        }
      }
      ... on SeatMapSnapshot {
        version
        states
        plan {
          id
        }
        standing {
          section {
            id
          }
          available
        }
      }
    }
  }
`);

/** The ids of chosen seats: the map knows places in plan order alone. */
export const SeatsAt = graphql(`
  query SeatsAt($planId: ID!, $indexes: [Int!]!) {
    seatingPlan(id: $planId) {
      id
      seatsAt(indexes: $indexes) {
        id
        index
      }
    }
  }
`);

export const HoldPlaces = graphql(`
  mutation HoldPlaces($input: CreateBookingInput!) {
    createBooking(input: $input) {
      booking {
        id
        status
        items {
          seat {
            id
            index
          }
        }
        ...BookingFields
      }
      userErrors {
        code
        field
        retryAfterMs
      }
    }
  }
`);

export const QuoteDiscount = graphql(`
  query QuoteDiscount($input: QuoteDiscountInput!) {
    quoteDiscount(input: $input) {
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
      rejections {
        code
      }
    }
  }
`);
