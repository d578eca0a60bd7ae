const sums =
  'capacity sold refunded occupancy revenue { amount currencyCode } salesOverTime { at sold refunded }';

export const eventStatistics = `query ($id: ID!) {
  _entities(representations: [{ __typename: "Event", id: $id }]) { ... on Event { id statistics { ${sums} } } }
}`;

export const artistStatistics = `query ($id: ID!, $from: DateTime!, $to: DateTime!) {
  _entities(representations: [{ __typename: "Artist", id: $id }]) {
    ... on Artist { id statistics(from: $from, to: $to) { eventCount visitorCount } }
  }
}`;

export const salesOverview = `query ($from: DateTime!, $to: DateTime!, $first: Int, $after: String) {
  salesOverview(from: $from, to: $to) {
    from to eventCount sold refunded revenue { amount currencyCode }
    events(first: $first, after: $after) {
      nodes { event { id } sold refunded revenue { amount currencyCode } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
