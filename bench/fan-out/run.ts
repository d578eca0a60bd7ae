/**
 * What watching a live map costs, beside a bare `ws` broadcast of the same bytes:
 *
 *   node bench/fan-out/run.ts                                 1,000, 5,000 and 10,000 of one map, 1,000 of 100
 *   node bench/fan-out/run.ts --watchers 1000 [--maps 1] [--seats 1000] [--bookings 40] [--per-second 5]
 *
 * Each shape gets a server of its own with PostgreSQL on a fresh folder, where a buyer buys seat after seat, and
 * then the bare server gets the frames that were seen, at the same pace. Watchers live in other processes and
 * read frames by hand. Prints a table in Markdown and what it says about the goals.
 */
import { parseArgs } from 'node:util';
import { keepRaw, table } from '../support/report.ts';
import { measureBare } from './measure-bare.ts';
import { type FanOut, measureServer, type Shape } from './measure-server.ts';

const GOALS = { cpuRatio: 1.6, kibPerWatcher: 16, p99Ms: 250 };
/** Beyond this the latency is not a goal, for watchers and server share two cores. */
const WATCHERS_WITH_A_LATENCY_GOAL = 1_000;

const { values: wanted } = parseArgs({
  options: {
    watchers: { type: 'string' },
    maps: { type: 'string', default: '1' },
    seats: { type: 'string', default: '1000' },
    bookings: { type: 'string', default: '40' },
    'per-second': { type: 'string' },
  },
});
const sizes = wanted.watchers
  ? [{ watchers: Number(wanted.watchers), maps: Number(wanted.maps) }]
  : [
      { watchers: 1_000, maps: 1 },
      { watchers: 5_000, maps: 1 },
      { watchers: 10_000, maps: 1 },
      { watchers: 1_000, maps: 100 },
    ];

const results: { shape: Shape; server: FanOut; bare: FanOut }[] = [];
for (const size of sizes) {
  const shape = shapeOf(size);
  console.error(`${shape.watchers} watchers of ${shape.maps} maps…`);
  const { fanOut, recording } = await measureServer(shape);
  results.push({ shape, server: fanOut, bare: await measureBare(shape, recording) });
}
console.log(
  table(
    [
      'watchers',
      'maps',
      'server',
      'frames',
      'bytes',
      'CPU µs a frame',
      'with bookings',
      'live KiB a watcher',
      'resident',
      'p50 ms',
      'p99 ms',
      'converged',
    ],
    results.flatMap(({ shape, server, bare }) => [
      rowOf(shape, 'Parterre', server),
      rowOf(shape, 'bare ws', bare),
    ]),
  ),
);
for (const { shape, server, bare } of results) console.log(judged(shape, server, bare));
console.log(`\nRaw figures: ${keepRaw('fan-out', { results })}`);

function shapeOf({ watchers, maps }: { watchers: number; maps: number }): Shape {
  // So that the server has time to spare at any size: 10,000 frames take it a fifth of a second and more.
  const perSecond = maps > 1 ? 5 : Math.min(5, Math.max(0.5, 5_000 / watchers));
  return {
    watchers,
    maps,
    seats: Number(wanted.seats),
    bookings: Number(wanted.bookings) * (maps > 1 ? 5 : 1),
    perSecond: Number(wanted['per-second'] ?? perSecond),
    processes: watchers > 2_000 ? 4 : 2,
  };
}

function rowOf({ watchers, maps }: Shape, server: string, fanOut: FanOut): (string | number)[] {
  const ms = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(0));
  return [
    watchers,
    maps,
    server,
    fanOut.frames,
    fanOut.bytesPerFrame.toFixed(0),
    fanOut.cpuMicrosPerFrame.toFixed(1),
    fanOut.grossMicrosPerFrame.toFixed(1),
    fanOut.liveKibPerWatcher.toFixed(1),
    fanOut.residentKibPerWatcher.toFixed(1),
    ms(fanOut.p50Ms),
    ms(fanOut.p99Ms),
    fanOut.converged,
  ];
}

function judged({ watchers, maps }: Shape, server: FanOut, bare: FanOut): string {
  const ratio = server.cpuMicrosPerFrame / bare.cpuMicrosPerFrame;
  // Each of the two leaves something out.
  const kib = Math.max(server.liveKibPerWatcher, server.residentKibPerWatcher);
  const verdicts = [
    // With ten watchers a map, what a booking costs is a hundred times what its frames cost: no difference of
    // two such sums tells of them.
    ...(maps === 1
      ? [
          `CPU a frame ${ratio.toFixed(2)} times bare ws (${verdict(ratio <= GOALS.cpuRatio, GOALS.cpuRatio)})`,
        ]
      : []),
    `${kib.toFixed(1)} KiB a watcher (${verdict(kib <= GOALS.kibPerWatcher, GOALS.kibPerWatcher)})`,
    ...(watchers <= WATCHERS_WITH_A_LATENCY_GOAL
      ? [`p99 ${server.p99Ms.toFixed(0)} ms (${verdict(server.p99Ms < GOALS.p99Ms, GOALS.p99Ms)})`]
      : []),
    server.converged === watchers ? 'all converged' : `only ${server.converged} converged`,
  ];
  return `\n${watchers} watchers of ${maps} map${maps > 1 ? 's' : ''}: ${verdicts.join('; ')}.`;
}

function verdict(isKept: boolean, goal: number): string {
  return `goal ${goal}: ${isKept ? 'kept' : 'missed'}`;
}
