import { graphql } from '../../graphql/generated/gql.ts';
import type { BookingFieldsFragment } from '../../graphql/generated/graphql.ts';

/** All that the page of a booking shows. */
export const BookingFields = graphql(`
  fragment BookingFields on Booking {
    id
    status
    cancellationReason
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
    event {
      id
      title
      startsAt
      endsAt
      status
      refundTiers {
        hoursBefore
        percent
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
    }
    items {
      price {
        amount
        currencyCode
      }
      ticketType {
        id
        label
        proof
      }
      section {
        id
        label
        kind
      }
      seat {
        id
        index
        label
        isAccessible
        row {
          id
          label
        }
      }
    }
    tickets {
      id
      status
      code
      checkedInAt
      price {
        amount
        currencyCode
      }
      ticketType {
        id
        label
        proof
      }
      section {
        id
        label
        kind
      }
      seat {
        id
        label
        row {
          id
          label
        }
      }
    }
  }
`);

export type BookingShown = BookingFieldsFragment;
export type TicketShown = BookingShown['tickets'][number];
