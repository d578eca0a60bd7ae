import { graphql } from '../../graphql/generated/gql.ts';

/** What is on sale, or will be: ticket types, prices, and the zones of the plan. */
export const EventPrices = graphql(`
  query EventPrices($id: ID!) {
    event(id: $id) {
      id
      status
      ticketTypes {
        id
        key
        label
        maxPerBooking
        maxPerEvent
        proof
        needs {
          id
          key
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
      seatingPlan {
        id
        version
        seatCount
        standingCapacity
        geometryUrl
        priceZones {
          id
          key
          label
        }
      }
    }
  }
`);

/** What is said of an event. */
export const EventOffer = graphql(`
  query EventOffer($id: ID!) {
    event(id: $id) {
      id
      title
      description
      startsAt
      endsAt
      holdSeconds
      maxSeatsPerUser
      refusesSingleSeats
      minimumGuests
      minimumDecidedHoursBefore
      artists {
        id
        name
      }
      refundTiers {
        hoursBefore
        percent
      }
    }
  }
`);

/** How much there would be to give back. */
export const EventAtStake = graphql(`
  query EventAtStake($id: ID!) {
    event(id: $id) {
      id
      statistics {
        sold
        refunded
        revenue {
          amount
          currencyCode
        }
      }
    }
  }
`);

export const ChangeEvent = graphql(`
  mutation ChangeEvent($input: UpdateEventInput!) {
    updateEvent(input: $input) {
      event {
        id
        title
        description
        startsAt
        endsAt
        holdSeconds
        maxSeatsPerUser
        refusesSingleSeats
        minimumGuests
        minimumDecidedHoursBefore
        artists {
          id
          name
        }
        refundTiers {
          hoursBefore
          percent
        }
        ticketTypes {
          id
          key
          label
          maxPerBooking
          maxPerEvent
          proof
          needs {
            id
            key
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
      userErrors {
        code
        field
      }
    }
  }
`);

/** The currency that everything is priced in: that of the caller's own wallet. */
export const OfficeCurrency = graphql(`
  query OfficeCurrency {
    me {
      id
      wallet {
        id
        available {
          amount
          currencyCode
        }
      }
    }
  }
`);
