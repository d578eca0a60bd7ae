import { graphql } from '../../../graphql/generated/gql.ts';
import type { PromoCodesQuery } from '../../../graphql/generated/graphql.ts';

export const PromoCodes = graphql(`
  query PromoCodes($after: String) {
    promoCodes(first: 20, after: $after) {
      nodes {
        id
        code
        percentOff
        amountOff {
          amount
          currencyCode
        }
        fixedPrice {
          amount
          currencyCode
        }
        validFrom
        validUntil
        events {
          id
          title
        }
        series {
          id
          title
        }
        organizers {
          id
          nickname
        }
        priceZones {
          id
          label
        }
        minimumTotal {
          amount
          currencyCode
        }
        minimumLevel
        firstBookingOnly
        maxUses
        maxUsesPerUser
        budget {
          amount
          currencyCode
        }
        uses
        discounted {
          amount
          currencyCode
        }
        active
        createdAt
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export type PromoCodeShown = NonNullable<PromoCodesQuery['promoCodes']>['nodes'][number];

export const CreatePromoCode = graphql(`
  mutation CreatePromoCode($input: CreatePromoCodeInput!) {
    createPromoCode(input: $input) {
      promoCode {
        id
        code
      }
      userErrors {
        code
        field
      }
    }
  }
`);

export const DeactivatePromoCode = graphql(`
  mutation DeactivatePromoCode($input: DeactivatePromoCodeInput!) {
    deactivatePromoCode(input: $input) {
      promoCode {
        id
        active
        uses
        discounted {
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

/** What a code may be for: series, and events to come. */
export const EventsForCodes = graphql(`
  query EventsForCodes($from: DateTime!) {
    events(filter: { mine: true, startsFrom: $from }, first: 50) {
      nodes {
        id
        title
        startsAt
        status
        series {
          id
        }
        venue {
          id
          timeZone
        }
      }
    }
    eventSeriesList(first: 50) {
      nodes {
        id
        title
        venue {
          id
          name
        }
      }
    }
  }
`);

/** People by nickname or mail address, for administrators. */
export const OrganizersFound = graphql(`
  query OrganizersFound($search: String!) {
    users(search: $search, first: 25) {
      nodes {
        id
        nickname
        role
      }
    }
  }
`);

/** Zones that new dates of a series have. */
export const ZonesOfSeries = graphql(`
  query ZonesOfSeries($id: ID!) {
    eventSeries(id: $id) {
      id
      prices {
        priceZone {
          id
          label
        }
      }
    }
  }
`);

/** Zones of one event, and what money is called there. */
export const ZonesForCodes = graphql(`
  query ZonesForCodes($id: ID!) {
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
