/**
 * What a paid booking costs: a whole server in a process of its own, and 1, 8 and 32 buyers who each buy one
 * free seat after another (createBooking with payNow) over HTTP, for a fixed time each.
 *
 *   node bench/bookings.ts [--seconds 10] [--rounds 1] [--buyers 1,8,32] [--beside CHECKOUT] [--statements]
 *   node bench/bookings.ts --plain [--seconds 10] [--rounds 1] [--buyers 8,32]
 *   node bench/bookings.ts --rush [--rounds 1] [--crowd 2000] [--seats 1000] [--cold] [--profile FOLDER]
 *   node bench/bookings.ts --memory
 *
 * Prints bookings per second, the median and 99th percentile of one booking as seen by the client, the processor time of
 * the server's process and of all of PostgreSQL's for one, what happens after its answer included, and the transactions
 * that write. `--beside` measures the server of another checkout in turns, each while the other stands still; machines
 * and hours differ, so only figures of one run can be compared. `--statements` counts statements as well, less those of
 * a server that nobody asks anything, and lists them.
 *
 * `--plain` has PostgreSQL record what the server sends it for as many buyers, sends the same to databases as they were
 * before, over as many connections, and does nothing else. `--rush` lets more people in than there are seats, all at
 * once, and looks whether the books are in order afterwards. `--memory` starts the server with the demo and says what it
 * holds at rest, before and after 200 bookings.
 *
 * Buyers and server share the machine's cores, so throughput is a lower bound; what everybody else used is printed.
 */
import { parseArgs } from 'node:util';
import { BOUGHT, MAP, SEATS_TAKEN } from './bookings/hurried-buyer.ts';
import { memoryAtRest, type Rest, together } from './bookings/memory.ts';
import { compareWithPlain, type PlainComparison } from './bookings/plain-comparison.ts';
import { type Rush, rush, timesOf } from './bookings/rush.ts';
import { type Measured, measureSteady } from './bookings/steady.ts';
import { keepRaw, table } from './support/report.ts';

const { values: wanted } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '1' },
    buyers: { type: 'string' },
    beside: { type: 'string' },
    statements: { type: 'boolean', default: false },
    plain: { type: 'boolean', default: false },
    rush: { type: 'boolean', default: false },
    memory: { type: 'boolean', default: false },
    crowd: { type: 'string', default: '2000' },
    seats: { type: 'string', default: '1000' },
    profile: { type: 'string' },
    cold: { type: 'boolean', default: false },
  },
});
const seconds = Number(wanted.seconds);
const rounds = Number(wanted.rounds);
const crowds = (wanted.buyers ?? (wanted.plain ? '8,32' : '1,8,32')).split(',').map(Number);

if (wanted.memory) {
  const measured = await memoryAtRest();
  console.log(memoryTable(measured));
  console.log(keepRaw('memory', { measured }));
} else if (wanted.rush) {
  const measured = await inRounds(() =>
    rush({
      buyers: Number(wanted.crowd),
      seats: Number(wanted.seats),
      profile: wanted.profile,
      isCold: wanted.cold,
    }),
  );
  console.log(rushTable(measured));
  for (const each of measured) {
    for (const fault of each.breaches) console.log(JSON.stringify(fault));
    if (each.breaches.length + each.wrongWallets > 0) process.exitCode = 1;
  }
  console.log(
    keepRaw('rush', {
      measured: measured.map(({ requests, ...each }) => ({
        ...each,
        requests: Object.fromEntries(requests),
      })),
    }),
  );
} else if (wanted.plain) {
  const measured = (
    await inRounds(async () => {
      const round: PlainComparison[] = [];
      for (const size of crowds) round.push(await compareWithPlain(size, seconds));
      return round;
    })
  ).flat();
  console.log(plainTable(measured));
  console.log(keepRaw('plain', { measured }));
} else {
  const { beside, statements } = wanted;
  const measured = await measureSteady({ seconds, rounds, crowds, beside, statements });
  console.log(steadyTable(measured));
  console.log(keepRaw('bookings', { measured }));
}

async function inRounds<Round>(measure: () => Promise<Round>): Promise<readonly Round[]> {
  const measured: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) measured.push(await measure());
  return measured;
}

function steadyTable(measured: readonly Measured[]): string {
  return table(
    [
      '',
      'round',
      'buyers',
      'bookings/s',
      'median, ms',
      'p99, ms',
      'server CPU, ms',
      'PostgreSQL CPU, ms',
      'writes',
      'statements',
      'others, cores',
    ],
    measured.map((each) => [
      each.server,
      each.round,
      each.buyers,
      each.perSecond.toFixed(1),
      each.medianMs.toFixed(1),
      each.p99Ms.toFixed(1),
      each.serverMs.toFixed(1),
      each.postgresMs.toFixed(1),
      each.writes.toFixed(1),
      each.statements?.toFixed(1) ?? '–',
      each.othersCores.toFixed(2),
    ]),
  );
}

function plainTable(measured: readonly PlainComparison[]): string {
  const heads = [
    'buyers',
    'server, bookings/s',
    'plain',
    'share',
    'statements',
    'driver CPU, ms',
    'PostgreSQL CPU, ms',
  ];
  return table(
    [...heads, 'others, cores', 'faults'],
    measured.map((each) => [
      each.buyers,
      each.server.toFixed(1),
      each.plain.toFixed(1),
      (each.server / each.plain).toFixed(2),
      each.statements.toFixed(1),
      each.driverMs.toFixed(1),
      each.postgresMs.toFixed(1),
      each.othersCores.map((cores) => cores.toFixed(2)).join(', '),
      each.faults.length,
    ]),
  );
}

function memoryTable(measured: readonly Rest[]): string {
  const mb = (bytes: number) => (bytes / 1_000_000).toFixed(0);
  return table(
    [
      'MB at rest after',
      'together',
      'server: own, files',
      'PostgreSQL: own, shared, files',
      'its processes',
      'launcher: own',
    ],
    measured.map((each) => [
      each.after,
      mb(together(each)),
      [each.server.own, each.server.files].map(mb).join(', '),
      [each.postgres.own, each.postgres.shared, each.postgres.files].map(mb).join(', '),
      each.processes,
      mb(each.launcher.own),
    ]),
  );
}

function rushTable(measured: readonly Rush[]): string {
  const isRefusal = (ending: string) => ending === SEATS_TAKEN;
  const isBusy = (ending: string) => ending !== BOUGHT && ending !== SEATS_TAKEN && !ending.startsWith(MAP);
  const count = ({ requests }: Rush, is: (ending: string) => boolean) =>
    [...requests].reduce((sum, [ending, times]) => sum + (is(ending) ? times.length : 0), 0);
  return table(
    [
      'sold',
      'sold out after, s',
      'bookings/s',
      'refusals/s',
      'booked: median, p99, ms',
      'refused: median, p99, ms',
      'asked to come again',
      'after: median, p99, ms',
      'maps: median, p99, ms',
      'server, PostgreSQL, buyers, others: CPU s',
      'buyers late, p99, ms',
      'breaches',
      'wrong wallets',
    ],
    measured.map((each) => [
      each.sold,
      each.soldOutMs === null ? 'never' : (each.soldOutMs / 1000).toFixed(1),
      ((each.sold / (each.soldOutMs ?? each.tookMs)) * 1000).toFixed(1),
      ((count(each, isRefusal) / each.tookMs) * 1000).toFixed(1),
      timesOf(each, (ending) => ending === BOUGHT),
      timesOf(each, isRefusal),
      count(each, isBusy),
      timesOf(each, isBusy),
      timesOf(each, (ending) => ending === MAP),
      [each.serverMs, each.postgresMs, each.buyersMs, each.othersMs]
        .map((ms) => (ms / 1000).toFixed(1))
        .join(', '),
      each.buyersLateMs.toFixed(0),
      each.breaches.length,
      each.wrongWallets,
    ]),
  );
}
