import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BookingId, RefundId } from '@parterre/contracts/kernel/ids.ts';
import { formatAmount } from '@parterre/contracts/kernel/money.ts';
import { deterministicId, newId } from '@parterre/platform/kernel/ids.ts';
import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { expectSoundLedger } from './testing/expect-sound-ledger.ts';
import { openPaymentsFixture, type PaymentsFixture } from './testing/fixture.ts';
import { type Command, LedgerModel } from './testing/ledger-model.ts';

let fixture: PaymentsFixture;
beforeAll(async () => {
  fixture = await openPaymentsFixture();
});
afterAll(() => fixture.stop());

const RUNS = 15;

/** Few amounts, bookings and keys: so that commands meet one another, repeat and contradict themselves. */
const minor = fc.constantFrom(500n, 1_000n, 2_500n);
const booking = fc.integer({ min: 1, max: 3 });
const attempt = fc.integer({ min: 1, max: 2 });
const payment = { booking, attempt };
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('topUp'), key: fc.integer({ min: 1, max: 9 }), minor }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('authorize'), ...payment, minor }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('capture'), ...payment }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('void'), ...payment }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('refund'),
      booking,
      refund: fc.integer({ min: 1, max: 4 }),
      minor,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('block', 'unblock') }) },
);
const commands = fc.array(command, { minLength: 10, maxLength: 60, size: 'max' });

/** One of everything, so that each answer is compared in every run, however the dice fall. */
const oneOfEverything: Command[] = [
  { kind: 'authorize', booking: 1, attempt: 1, minor: 500n },
  { kind: 'void', booking: 1, attempt: 1 },
  { kind: 'topUp', key: 1, minor: 2_500n },
  { kind: 'topUp', key: 1, minor: 500n },
  { kind: 'authorize', booking: 1, attempt: 2, minor: 500n },
  { kind: 'authorize', booking: 1, attempt: 2, minor: 1_000n },
  { kind: 'capture', booking: 1, attempt: 2 },
  { kind: 'void', booking: 1, attempt: 2 },
  { kind: 'refund', booking: 1, refund: 1, minor: 1_000n },
  { kind: 'refund', booking: 1, refund: 1, minor: 500n },
  { kind: 'authorize', booking: 2, attempt: 1, minor: 2_501n },
  { kind: 'capture', booking: 2, attempt: 1 },
  { kind: 'authorize', booking: 3, attempt: 1, minor: 500n },
  { kind: 'void', booking: 3, attempt: 1 },
  { kind: 'authorize', booking: 3, attempt: 1, minor: 500n },
  { kind: 'block' },
  { kind: 'authorize', booking: 3, attempt: 2, minor: 500n },
];
const everyAnswer = [
  ...['TOPPED_UP', 'IDEMPOTENCY_KEY_REUSED', 'WALLET_NOT_FOUND', 'WALLET_FROZEN', 'INSUFFICIENT_FUNDS'],
  ...['AUTHORIZED', 'CAPTURED', 'VOIDED', 'DECLINED', 'INVALID_AMOUNT', 'PAYMENT_NOT_FOUND'],
  ...['PAYMENT_VOIDED', 'PAYMENT_CAPTURED', 'REFUND_EXCEEDS_PAYMENT'],
];

it('does what a ledger in memory does, whatever is asked in whatever order', async () => {
  const seen = new Set<unknown>();
  await fc.assert(
    fc.asyncProperty(commands, async (given) => {
      const model = new LedgerModel();
      const subgraph = payments();
      for (const command of given) {
        const outcome = await subgraph.run(command).catch(errorCode);
        expect({ command, outcome }).toEqual({ command, outcome: model.run(command) });
        seen.add(outcome);
      }
      expect(await subgraph.balances()).toEqual([
        formatAmount(model.available, 'EUR'),
        formatAmount(model.pending, 'EUR'),
      ]);
      await expectSoundLedger(fixture.database);
    }),
    { numRuns: RUNS, examples: [[oneOfEverything]] },
  );
  expect([...seen]).toEqual(expect.arrayContaining(everyAnswer));
}, 120_000);

/** Runs the model's commands on the subgraph, for a user and bookings of their own. */
function payments() {
  const userId = newId<'User'>();
  const bookingOf = (number: number): BookingId => deterministicId('booking', userId, String(number));
  const refundOf = (booking: number, number: number): RefundId =>
    deterministicId('refund', userId, String(booking), String(number));

  async function run(command: Command): Promise<string> {
    switch (command.kind) {
      case 'topUp': {
        const answer = await fixture.topUp(userId, formatAmount(command.minor, 'EUR'), String(command.key));
        return answer.userErrors[0]?.code ?? 'TOPPED_UP';
      }
      case 'block':
      case 'unblock':
        await fixture[command.kind](userId);
        return 'NOTED';
      case 'refund':
        return outcomeOf(
          await fixture.refund(
            bookingOf(command.booking),
            formatAmount(command.minor, 'EUR'),
            refundOf(command.booking, command.refund),
          ),
        );
      default: {
        const payment = { bookingId: bookingOf(command.booking), attempt: command.attempt, userId };
        if (command.kind === 'authorize') {
          return outcomeOf(
            await fixture.authorize({ ...payment, amount: formatAmount(command.minor, 'EUR') }),
          );
        }
        return outcomeOf(await fixture[command.kind](payment));
      }
    }
  }
  return { run, balances: () => fixture.balances(userId) };
}

/** The code of the GraphQL error that was answered instead of a payload. */
function errorCode(error: unknown): unknown {
  const [first] = error instanceof AggregateError ? error.errors : [error];
  if (first instanceof GraphQLError) return first.extensions.code;
  throw error;
}

function outcomeOf(answer: Awaited<ReturnType<PaymentsFixture['capture']>>): string {
  return answer.payment?.status ?? answer.userErrors[0]?.code ?? 'NOTHING';
}
