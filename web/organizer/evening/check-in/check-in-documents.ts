import { graphql } from '../../../graphql/generated/gql.ts';

/** What a door needs to know before the network goes. */
export const DoorKeys = graphql(`
  query DoorKeys {
    ticketKeys {
      kid
      x
    }
  }
`);

export const DoorTickets = graphql(`
  query DoorTickets($id: ID!, $after: String) {
    event(id: $id) {
      id
      attendees(first: 100, after: $after) {
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
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

export const DoorCount = graphql(`
  query DoorCount($id: ID!) {
    event(id: $id) {
      id
      attendance {
        valid
        checkedIn
      }
    }
  }
`);

export const CheckInTicket = graphql(`
  mutation CheckInTicket($input: CheckInTicketInput!) {
    checkInTicket(input: $input) {
      ticket {
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
      }
      checkedInBy {
        id
        nickname
      }
      userErrors {
        code
      }
    }
  }
`);
