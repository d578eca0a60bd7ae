import type { Arguments, Payload, RateRule } from '@parterre/gateway/rates/rate-rules.ts';
import type { RatesOptions } from '@parterre/gateway/rates/rates.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/**
 * How often an address and a user may do what is worth attacking. An address may be an office of 200 people
 * behind one router who all want a seat, so what is counted by address lets them all in within ten minutes,
 * and what succeeds is not counted where only failures are suspicious.
 */
export const rateRules: readonly RateRule[] = [
  // One password over many accounts. Before the next rule, so that an address which has used this one up makes no counter
  // for each account that it names.
  {
    name: 'logins',
    by: 'address',
    fields: ['Mutation.login'],
    points: 100,
    durationMs: 15 * MINUTE_MS,
    isFree: hasSession,
  },
  // Guesses. Counted by account and address: whoever guesses shuts out nobody else.
  {
    name: 'logins-to-one-account',
    by: 'address',
    fields: ['Mutation.login'],
    key: (args) => text(input(args).login).trim().toLowerCase(),
    points: 10,
    durationMs: 15 * MINUTE_MS,
    isFree: hasSession,
  },
  {
    name: 'password-changes',
    by: 'subject',
    fields: ['Mutation.changePassword'],
    points: 10,
    durationMs: 15 * MINUTE_MS,
  },
  // Mails to others' boxes. The users subgraph counts by account over all addresses; here nobody fills many boxes.
  {
    name: 'password-resets',
    by: 'address',
    fields: ['Mutation.requestPasswordReset'],
    points: 30,
    durationMs: 15 * MINUTE_MS,
  },
  {
    name: 'password-resets-of-one-account',
    by: 'address',
    fields: ['Mutation.requestPasswordReset'],
    key: (args) => text(input(args).email).trim().toLowerCase(),
    points: 5,
    durationMs: 15 * MINUTE_MS,
  },
  {
    name: 'confirmation-mails',
    by: 'subject',
    fields: ['Mutation.requestEmailConfirmation'],
    points: 10,
    durationMs: 15 * MINUTE_MS,
  },
  // Guesses at tokens, and hashes of new passwords.
  {
    name: 'tokens-of-mails',
    by: 'address',
    fields: ['Mutation.confirmEmail', 'Mutation.resetPassword'],
    points: 30,
    durationMs: 15 * MINUTE_MS,
    isFree: hasUser,
  },
  {
    name: 'refreshes',
    by: 'address',
    fields: ['Mutation.refreshSession'],
    points: 100,
    durationMs: MINUTE_MS,
    isFree: hasSession,
  },
  {
    name: 'promo-codes',
    by: 'address',
    fields: ['Mutation.createBooking', 'Query.quoteDiscount'],
    weight: (args) => (typeof input(args).promoCode === 'string' ? 1 : 0),
    points: 60,
    durationMs: 10 * MINUTE_MS,
    isFree: hasGuessedNoCode,
  },

  // Accounts. 20 a minute let 200 people register within ten minutes.
  {
    name: 'registrations',
    by: 'address',
    fields: ['Mutation.register'],
    points: 20,
    durationMs: MINUTE_MS,
  },

  // Places, however they are spread over accounts and bookings: what was not got is not counted.
  {
    name: 'places-by-user',
    by: 'subject',
    fields: ['Mutation.createBooking'],
    weight: placesOf,
    points: 100,
    durationMs: MINUTE_MS,
    isFree: hasNoBooking,
  },
  {
    name: 'places',
    by: 'address',
    fields: ['Mutation.createBooking'],
    weight: placesOf,
    points: 60,
    durationMs: MINUTE_MS,
    isFree: hasNoBooking,
  },
  // As long as places are held unless an event says otherwise.
  {
    name: 'places-in-ten-minutes',
    by: 'address',
    fields: ['Mutation.createBooking'],
    weight: placesOf,
    points: 400,
    durationMs: 10 * MINUTE_MS,
    isFree: hasNoBooking,
  },
  {
    name: 'bookings',
    by: 'subject',
    fields: [
      'Mutation.createBooking',
      'Mutation.payBooking',
      'Mutation.cancelBooking',
      'Mutation.refundTickets',
    ],
    points: 60,
    durationMs: MINUTE_MS,
  },
  {
    name: 'top-ups',
    by: 'subject',
    fields: ['Mutation.topUpWallet'],
    points: 30,
    durationMs: MINUTE_MS,
  },

  // A million characters are some 30,000 seats, and a second of the processor: 20 s a minute for one organizer.
  {
    name: 'imports',
    by: 'subject',
    fields: ['Mutation.importSeatingPlan'],
    weight: (args) => Math.max(1, Math.ceil(text(input(args).document).length / 1_000_000)),
    points: 20,
    durationMs: MINUTE_MS,
  },

  // Hundreds of events, or the places of as many: a second or two of the database.
  {
    name: 'schedules',
    by: 'subject',
    fields: ['Mutation.scheduleEventSeries', 'Mutation.cancelEventSeries'],
    points: 20,
    durationMs: MINUTE_MS,
  },

  // Everything, by its cost: a page of the web app is about 1,000.
  { name: 'cost-by-user', by: 'subject', points: 100_000, durationMs: 10 * SECOND_MS },
  { name: 'cost', by: 'address', points: 500_000, durationMs: 10 * SECOND_MS },
];

/** What does not hang on an operation. */
export const rateLimits: Omit<RatesOptions, 'rules' | 'store'> = {
  // Some milliseconds of work, as admission is bounded: 500 of them in ten seconds.
  refusedCost: 1_000,
  // A tenth of a core. Twenty operations of an application, each of them new after a start, take two seconds.
  preparation: { points: 6_000, durationMs: MINUTE_MS },
  // Six of the largest seating plans.
  bytes: { points: 128 * 1024 * 1024, durationMs: MINUTE_MS },
};

function input(args: Arguments): Arguments {
  return objectIn(args.input);
}

function objectIn(value: unknown): Arguments {
  return typeof value === 'object' && value !== null ? (value as Arguments) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Places that a booking asks for, at least one, in whichever way: seats, standing places, or the best that there are. */
function placesOf(args: Arguments): number {
  const { seatIds, places, standing, bestAvailable } = input(args);
  const { partySize, party } = objectIn(bestAvailable);
  const asked =
    listOf(seatIds).length + listOf(places).length + sumOf(standing) + countIn(partySize) + sumOf(party);
  return Math.max(1, asked);
}

function sumOf(parts: unknown): number {
  return listOf(parts).reduce<number>((sum, part) => sum + countIn(objectIn(part).quantity), 0);
}

/** What is below zero is refused where it arrives, and takes nothing off the rest here. */
function countIn(value: unknown): number {
  return Math.max(0, Number(value) || 0);
}

/** A list of one may be written without brackets. */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function hasSession({ session, user }: Payload): boolean {
  return isThere(session) || isThere(user);
}

function hasUser({ user }: Payload): boolean {
  return isThere(user);
}

/** A booking with the code was made, or a quote has no objection: its rejections were asked for, and are none. */
function hasGuessedNoCode({ booking, rejections }: Payload, field: string): boolean {
  if (field === 'Mutation.createBooking') return isThere(booking);
  return Array.isArray(rejections) && rejections.length === 0;
}

/** Said to be null, which is more than not asked for. */
function hasNoBooking({ booking }: Payload): boolean {
  return booking === null;
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined;
}
