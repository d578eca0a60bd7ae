import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type BookingId, deterministicId, newId, type RefundId } from '@parterre/platform/kernel/ids.ts';
import { formatAmount } from '@parterre/platform/kernel/money.ts';
import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { expectSoundBooks } from './testing/expect-sound-books.ts';
import { type Command, LedgerModel } from './testing/ledger-model.ts';
import { openPaymentsRoom, type PaymentsRoom } from './testing/payments-room.ts';

let room: PaymentsRoom;
beforeAll(async () => {
  room = await openPaymentsRoom();
});
afterAll(() => room.stop());

const RUNS = 25;

const minor = fc.bigInt({ min: 1n, max: 5_000n });
const booking = fc.integer({ min: 1, max: 3 });
const attempt = fc.integer({ min: 1, max: 2 });
const commands = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('topUp' as const), key: fc.integer({ min: 1, max: 9 }), minor }),
    fc.record({ kind: fc.constant('authorize' as const), booking, attempt, minor }),
    fc.record({ kind: fc.constant('capture' as const), booking, attempt }),
    fc.record({ kind: fc.constant('void' as const), booking, attempt }),
    fc.record({
      kind: fc.constant('refund' as const),
      booking,
      refund: fc.integer({ min: 1, max: 6 }),
      minor,
    }),
    fc.record({ kind: fc.constantFrom('block' as const, 'unblock' as const) }),
  ) satisfies fc.Arbitrary<Command>,
  { minLength: 1, maxLength: 40 },
);

it('does what a ledger in memory does, whatever is asked in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (given) => {
      const model = new LedgerModel();
      const ask = asker();
      for (const command of given) {
        const outcome = await ask.run(command).catch(errorCode);
        expect({ command, outcome }).toEqual({
          command,
          outcome: model.run(command),
        });
      }
      expect(await ask.balances()).toEqual([formatAmount(model.available), formatAmount(model.pending)]);
      await expectSoundBooks(room.database);
    }),
    { numRuns: RUNS },
  );
}, 120_000);

/** Runs the model's commands on the room, for a user and bookings of their own. */
function asker() {
  const userId = newId<'User'>();
  const bookingOf = (number: number): BookingId => deterministicId('booking', userId, String(number));
  const refundOf = (booking: number, number: number): RefundId =>
    deterministicId('refund', userId, String(booking), String(number));

  async function run(command: Command): Promise<string> {
    switch (command.kind) {
      case 'topUp': {
        const answer = await room.topUp(userId, formatAmount(command.minor), String(command.key));
        return answer.userErrors[0]?.code ?? 'TOPPED_UP';
      }
      case 'block':
      case 'unblock':
        await room[command.kind](userId);
        return 'NOTED';
      case 'refund':
        return outcomeOf(
          await room.refund(
            bookingOf(command.booking),
            formatAmount(command.minor),
            refundOf(command.booking, command.refund),
          ),
        );
      default: {
        const payment = { bookingId: bookingOf(command.booking), attempt: command.attempt, userId };
        if (command.kind === 'authorize') {
          return outcomeOf(await room.authorize({ ...payment, amount: formatAmount(command.minor) }));
        }
        return outcomeOf(await room[command.kind](payment));
      }
    }
  }
  return { run, balances: () => room.balances(userId) };
}

/** The code of the GraphQL error that was answered instead of a payload. */
function errorCode(error: unknown): unknown {
  const [first] = error instanceof AggregateError ? error.errors : [error];
  if (first instanceof GraphQLError) return first.extensions.code;
  throw error;
}

function outcomeOf(answer: Awaited<ReturnType<PaymentsRoom['capture']>>): string {
  return answer.payment?.status ?? answer.userErrors[0]?.code ?? 'NOTHING';
}
