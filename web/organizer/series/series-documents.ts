import { graphql } from '../../graphql/generated/gql.ts';

export const OfficeSeries = graphql(`
  query OfficeSeries($id: ID!) {
    eventSeries(id: $id) {
      id
      title
      venue {
        id
        name
        timeZone
      }
      hall {
        id
        name
      }
      seatingPlan {
        id
        seatCount
        standingCapacity
      }
    }
  }
`);

/** The slots of a series that have not begun long ago, by page. */
export const SeriesSlots = graphql(`
  query SeriesSlots($id: ID!, $from: DateTime!, $after: String) {
    eventSeries(id: $id) {
      id
      events(startsFrom: $from, first: 50, after: $after) {
        nodes {
          id
          status
          startsAt
          endsAt
          freePlaces
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

/** How much there would be to give back of all slots, by page. */
export const SeriesAtStake = graphql(`
  query SeriesAtStake($id: ID!, $from: DateTime!, $after: String) {
    eventSeries(id: $id) {
      id
      events(startsFrom: $from, first: 100, after: $after) {
        nodes {
          id
          status
          statistics {
            sold
            refunded
            revenue {
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

export const ScheduleSlots = graphql(`
  mutation ScheduleSlots($input: ScheduleEventSeriesInput!) {
    scheduleEventSeries(input: $input) {
      eventSeries {
        id
        title
      }
      userErrors {
        code
        field
      }
    }
  }
`);

export const CallOffSeries = graphql(`
  mutation CallOffSeries($input: CancelEventSeriesInput!) {
    cancelEventSeries(input: $input) {
      eventSeries {
        id
        title
      }
      userErrors {
        code
        field
      }
    }
  }
`);

/** One slot; a series puts its drafts on sale one after the other. */
export const PublishSlot = graphql(`
  mutation PublishSlot($input: PublishEventInput!) {
    publishEvent(input: $input) {
      event {
        id
        status
        freePlaces
      }
      userErrors {
        code
        field
      }
    }
  }
`);
