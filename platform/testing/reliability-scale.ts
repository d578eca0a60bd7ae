/** How much a reliability test does: as a part of `npm test`, and in the long form. */
interface Amount {
  readonly short: number;
  readonly long: number;
}

/** The numbers of every reliability test that can do more of the same. tests/README.md says which file each is of. */
export const amounts = {
  /** Orders in which the server dies at every point of every saga, each drawn by a seed of its own. */
  crashOrders: { short: 1, long: 20 },
  /** Rounds of bookings in each of which the only server is killed twice. */
  killRounds: { short: 1, long: 50 },
  /** Rounds of buyers in each of which one of two servers is killed three times. */
  replicaKillRounds: { short: 1, long: 33 },
  /** Rounds in each of which every process of a cluster is killed once, and every service stopped once. */
  clusterKillRounds: { short: 1, long: 5 },
  raceRounds: { short: 1, long: 20 },
  raceBuyers: { short: 200, long: 10_000 },
  raceSeats: { short: 40, long: 1_000 },
  modelOperations: { short: 2_000, long: 200_000 },
  /** Orders in which facts come, each of them several times; in the long form 100,000 in all. Here some 40 an order. */
  factOrdersOfLoyalty: { short: 15, long: 1_500 },
  /** Some 80 an order. */
  factOrdersOfNotifications: { short: 3, long: 300 },
  /** 48 an order. */
  factOrdersOfAnalytics: { short: 3, long: 400 },
  /** A PostgreSQL is killed in the middle of 400 facts each time. */
  databaseKills: { short: 4, long: 20 },
  brokerKills: { short: 1, long: 20 },
  /** The cluster's bus, and its PostgreSQL, stop so often without a word. */
  clusterOutages: { short: 1, long: 20 },
  /** So often a hundred requests with one key are sent, for each mutation that takes one. */
  keyRounds: { short: 1, long: 100 },
  cancelledBookings: { short: 100, long: 5_000 },
  killsWhileCancelling: { short: 3, long: 5 },
  mapWatchers: { short: 50, long: 1_000 },
  /** Rules that are broken, one after another, to see a test go red: those of mutants.ts. */
  mutants: { short: 0, long: 10 },
} as const satisfies Record<string, Amount>;

export type ReliabilityAmount = keyof typeof amounts;

/** Read here alone; `npm run test:reliability -- --long` sets it. */
export const RELIABILITY_VARIABLE = 'TEST_RELIABILITY';

/** How much of it is to be done. @throws Error when the variable names no form */
export function amountOf(name: ReliabilityAmount, env: NodeJS.ProcessEnv = process.env): number {
  const { short, long } = amounts[name];
  return Math.round(short + (long - short) * longShare(env[RELIABILITY_VARIABLE]));
}

/**
 * How far from the short form, 0, to the long one, 1. Shares between them are for trying the long form.
 *
 * @throws Error when the text is neither "long" nor a share from 0 to 1
 */
export function longShare(form: string | undefined): number {
  if (form === undefined || form === '') return 0;
  if (form === 'long') return 1;
  const share = Number(form);
  if (share >= 0 && share <= 1) return share;
  throw new Error(`expected ${RELIABILITY_VARIABLE} to be "long" or a share from 0 to 1, got "${form}"`);
}

/** The numbers of rounds, from 1. */
export function roundsOf(name: ReliabilityAmount): readonly number[] {
  return Array.from({ length: amountOf(name) }, (_, index) => index + 1);
}
