import { graphql } from '../graphql/generated/gql.ts';
import type { DeadLetterFieldsFragment } from '../graphql/generated/graphql.ts';

/** The services that read facts, and so may lay one aside. */
export const readers = ['tickets', 'payments', 'loyalty', 'notifications', 'analytics'] as const;

export type Reader = (typeof readers)[number];

export const DeadLetterFields = graphql(`
  fragment DeadLetterFields on DeadLetter {
    id
    service
    consumer
    topic
    key
    factId
    factType
    status
    attempts
    error
    payload
    isPayloadCut
    laidAsideAt
    retryAt
  }
`);

export type DeadLetterShown = DeadLetterFieldsFragment;

const RetryInTickets = graphql(`
  mutation RetryInTickets($input: RetryDeadLetterInput!) {
    outcome: retryTicketsDeadLetter(input: $input) {
      userErrors {
        code
      }
    }
  }
`);

const RetryInPayments = graphql(`
  mutation RetryInPayments($input: RetryDeadLetterInput!) {
    outcome: retryPaymentsDeadLetter(input: $input) {
      userErrors {
        code
      }
    }
  }
`);

const RetryInLoyalty = graphql(`
  mutation RetryInLoyalty($input: RetryDeadLetterInput!) {
    outcome: retryLoyaltyDeadLetter(input: $input) {
      userErrors {
        code
      }
    }
  }
`);

const RetryInNotifications = graphql(`
  mutation RetryInNotifications($input: RetryDeadLetterInput!) {
    outcome: retryNotificationsDeadLetter(input: $input) {
      userErrors {
        code
      }
    }
  }
`);

const RetryInAnalytics = graphql(`
  mutation RetryInAnalytics($input: RetryDeadLetterInput!) {
    outcome: retryAnalyticsDeadLetter(input: $input) {
      userErrors {
        code
      }
    }
  }
`);

const DropInTickets = graphql(`
  mutation DropInTickets($input: DropDeadLetterInput!) {
    outcome: dropTicketsDeadLetter(input: $input) {
      userErrors {
        code
      }
    }
  }
`);

const DropInPayments = graphql(`
  mutation DropInPayments($input: DropDeadLetterInput!) {
    outcome: dropPaymentsDeadLetter(input: $input) {
      userErrors {
        code
      }
    }
  }
`);

const DropInLoyalty = graphql(`
  mutation DropInLoyalty($input: DropDeadLetterInput!) {
    outcome: dropLoyaltyDeadLetter(input: $input) {
      userErrors {
        code
      }
    }
  }
`);

const DropInNotifications = graphql(`
  mutation DropInNotifications($input: DropDeadLetterInput!) {
    outcome: dropNotificationsDeadLetter(input: $input) {
      userErrors {
        code
      }
    }
  }
`);

const DropInAnalytics = graphql(`
  mutation DropInAnalytics($input: DropDeadLetterInput!) {
    outcome: dropAnalyticsDeadLetter(input: $input) {
      userErrors {
        code
      }
    }
  }
`);

/** Each service owns what it has laid aside, and so the mutation. */
export const retryIn = {
  tickets: RetryInTickets,
  payments: RetryInPayments,
  loyalty: RetryInLoyalty,
  notifications: RetryInNotifications,
  analytics: RetryInAnalytics,
} as const;

export const dropIn = {
  tickets: DropInTickets,
  payments: DropInPayments,
  loyalty: DropInLoyalty,
  notifications: DropInNotifications,
  analytics: DropInAnalytics,
} as const;
