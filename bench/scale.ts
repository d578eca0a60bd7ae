/**
 * What installations of several sizes need, by the model of bench/support/scale-model.ts and what was measured: the
 * tables of docs/scale.md.
 *
 *   node bench/scale.ts
 */
import { table } from './support/report.ts';
import { type Costs, type Demand, framesOf, mostBookings, needed, parts } from './support/scale-model.ts';

/**
 * Measured on 2026-11-27 on two shared cores: bench/cluster.ts (16 buyers, one replica of each, 51.5 bookings a second,
 * idling of the same cluster taken off), bench/fan-out, bench/gateway (product query, different variables, remote).
 */
const measured: Costs = {
  idle: {
    gateway: 26,
    users: 21,
    events: 37,
    tickets: 50,
    payments: 37,
    loyalty: 24,
    analytics: 23,
    notifications: 38,
    kafka: 83,
    postgres: 32,
  },
  booking: {
    gateway: 1.3,
    users: 0.1,
    events: 2.7,
    tickets: 3.7,
    payments: 2.3,
    loyalty: 1.4,
    analytics: 1.5,
    notifications: 2.4,
    kafka: 6.6,
    postgres: 6.3,
  },
  tail: 1,
  frame: 0.016,
  query: { gateway: 0.117, subgraphs: 0.079 },
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
