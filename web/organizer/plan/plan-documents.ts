import { graphql } from '../../graphql/generated/gql.ts';

export const HallPlan = graphql(`
  query HallPlan($venueId: ID!) {
    venue(id: $venueId) {
      id
      name
      halls {
        id
        name
        seatingPlan {
          id
          name
          version
          seatCount
          standingCapacity
          geometryUrl
        }
      }
    }
  }
`);

export const ImportPlan = graphql(`
  mutation ImportPlan($input: ImportSeatingPlanInput!) {
    importSeatingPlan(input: $input) {
      seatingPlan {
        id
        name
        version
        seatCount
        standingCapacity
        geometryUrl
      }
      warnings {
        line
        path
        message
      }
      userErrors {
        code
        message
      }
    }
  }
`);
