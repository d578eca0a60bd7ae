import { graphql } from '../../../graphql/generated/gql.ts';

/** Prices decide the letters and colours of zones, here as for buyers. */
export const ZonePrices = graphql(`
  query ZonePrices($id: ID!) {
    event(id: $id) {
      id
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
    }
  }
`);

export const BlockChosen = graphql(`
  mutation BlockChosen($input: BlockSeatsInput!) {
    blockSeats(input: $input) {
      event {
        id
      }
      userErrors {
        code
      }
    }
  }
`);

export const UnblockChosen = graphql(`
  mutation UnblockChosen($input: UnblockSeatsInput!) {
    unblockSeats(input: $input) {
      event {
        id
      }
      userErrors {
        code
      }
    }
  }
`);
