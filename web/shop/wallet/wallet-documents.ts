import { graphql } from '../../graphql/generated/gql.ts';

export const MyWallet = graphql(`
  query MyWallet {
    me {
      id
      wallet {
        id
        available {
          amount
          currencyCode
        }
        pending {
          amount
          currencyCode
        }
      }
    }
  }
`);

export const WalletChanged = graphql(`
  subscription WalletChanged {
    walletChanged {
      id
      available {
        amount
        currencyCode
      }
      pending {
        amount
        currencyCode
      }
    }
  }
`);

export const TopUp = graphql(`
  mutation TopUp($input: TopUpWalletInput!) {
    topUpWallet(input: $input) {
      redirectUrl
      wallet {
        id
        available {
          amount
          currencyCode
        }
        pending {
          amount
          currencyCode
        }
      }
      userErrors {
        code
      }
    }
  }
`);

export const Statement = graphql(`
  query Statement($after: String) {
    me {
      id
      wallet {
        id
        transactions(first: 20, after: $after) {
          nodes {
            id
            kind
            status
            createdAt
            amount {
              amount
              currencyCode
            }
            payment {
              id
              booking {
                id
                event {
                  id
                  title
                }
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
  }
`);
