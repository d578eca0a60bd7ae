/**
 * What installations of several sizes need, by the model of bench/support/scale-model.ts and what was measured: the
 * tables of docs/scale.md.
 *
 *   node bench/scale.ts
 */
import { table } from './support/report.ts';
import { type Costs, type Demand, framesOf, mostBookings, needed, parts } from './support/scale-model.ts';

/**
 * Measured on 2026-11-26 on two shared cores: bench/cluster.ts (16 buyers, one replica of each, 13.5 bookings a second,
 * idling of the same cluster taken off), bench/fan-out, bench/gateway (product query, different variables, remote).
 */
const measured: Costs = {
  idle: {
    gateway: 32,
    users: 43,
    events: 42,
    tickets: 58,
    payments: 46,
    loyalty: 53,
    analytics: 49,
    notifications: 59,
    kafka: 189,
    postgres: 39,
  },
  booking: {
    gateway: 4.0,
    users: 0,
    events: 10.1,
    tickets: 16.5,
    payments: 8.3,
    loyalty: 7.2,
    analytics: 5.9,
    notifications: 6.6,
    kafka: 16.2,
    postgres: 25.5,
  },
  tail: 1,
  frame: 0.016,
  query: { gateway: 0.62, subgraphs: 0.28 },
};

const evenings: readonly (Demand & { readonly name: string })[] = [
  {
    name: 'a theatre opens its season',
    bookings: 5,
    bookingsOfHottest: 3,
    watchersOfHottest: 1_000,
    queries: 100,
  },
  {
    name: 'forty venues of one country',
    bookings: 50,
    bookingsOfHottest: 15,
    watchersOfHottest: 20_000,
    queries: 1_000,
  },
  {
    name: 'a tour goes on sale',
    bookings: 300,
    bookingsOfHottest: 200,
    watchersOfHottest: 200_000,
    queries: 5_000,
  },
];

const columns = evenings.map((evening) => ({ evening, rows: needed(evening, measured) }));
console.log(
  table(
    ['', ...evenings.map(({ name }) => name)],
    [
      ['bookings a second', ...evenings.map(({ bookings }) => String(bookings))],
      ['frames a second to watchers', ...evenings.map((evening) => framesOf(evening).toLocaleString('en'))],
      ['product queries a second', ...evenings.map(({ queries }) => queries.toLocaleString('en'))],
      ...parts.map((part) => [
        part,
        ...columns.map(({ rows }) => {
          const row = rows.find((each) => each.part === part);
          if (!row) return '–';
          const cores = `${row.cores.toFixed(1)} cores`;
          return row.processes === null ? cores : `${cores} in ${row.processes}`;
        }),
      ]),
      [
        'together',
        ...columns.map(({ rows }) => `${rows.reduce((sum, { cores }) => sum + cores, 0).toFixed(1)} cores`),
      ],
    ],
  ),
);
console.log(`\nwithout shards at most ${mostBookings(measured).toFixed(0)} bookings a second`);
