import { type FactData, readFact } from '@parterre/contracts/facts/fact.ts';
import { BookingConfirmed, TicketsRefunded } from '@parterre/contracts/facts/tickets.ts';
import { UserBlocked, UserRegistered, UserUnblocked } from '@parterre/contracts/facts/users.ts';
import type { BookingId, RefundId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { fromDecimal } from '@parterre/contracts/kernel/money.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { FactConsumer } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application/application.ts';
import type { ConfirmedBooking } from '../../application/earn-points.ts';
import type { RefundedTickets } from '../../application/take-back-points.ts';

/** What this subgraph does on facts of others. Facts that must keep their order share a consumer. */
export function createConsumers({ commands }: Application): FactConsumer[] {
  return [
    {
      name: 'open-account',
      topic: 'users',
      begins: 'first-kept',
      types: [UserRegistered.type],
      apply: ({ fact }, context) => commands.openAccount(ofUser(readFact(UserRegistered, fact)), context),
    },
    {
      name: 'freeze-account',
      topic: 'users',
      begins: 'first-kept',
      types: [UserBlocked.type, UserUnblocked.type],
      apply: ({ fact }, context) =>
        fact.type === UserBlocked.type
          ? commands.freezeAccount(ofUser(readFact(UserBlocked, fact)), context)
          : commands.unfreezeAccount(ofUser(readFact(UserUnblocked, fact)), context),
    },
    {
      name: 'count-points',
      topic: 'tickets',
      begins: 'first-kept',
      types: [BookingConfirmed.type, TicketsRefunded.type],
      applyAtOnce: async ({ fact }, context) =>
        fact.type === BookingConfirmed.type && commands.earnPointsAtOnce(confirmedBooking(fact), context),
      apply: ({ fact }, context) =>
        fact.type === BookingConfirmed.type
          ? commands.earnPoints(confirmedBooking(fact), context)
          : commands.takeBackPoints(refundedTickets(fact), context),
    },
  ];
}

function ofUser({ userId }: { readonly userId: string }) {
  return { userId: userId as UserId };
}

function confirmedBooking(envelope: FactEnvelope): ConfirmedBooking {
  const data = readFact(BookingConfirmed, envelope);
  return {
    bookingId: data.bookingId as BookingId,
    userId: data.userId as UserId,
    total: fromDecimal(data.total),
    confirmedAt: new Date(envelope.time),
  };
}

function refundedTickets(envelope: FactEnvelope): RefundedTickets {
  const data = readFact(TicketsRefunded, envelope);
  return {
    bookingId: data.bookingId as BookingId,
    userId: data.userId as UserId,
    refundId: data.refundId as RefundId,
    paidMinor: sumOf(data.tickets, 'paid'),
    discountMinor: sumOf(data.tickets, 'price') - sumOf(data.tickets, 'paid'),
    pointsMinor: pointsPaidFor(data.tickets),
    percent: data.percent ?? 100,
    isLast: data.remainingTickets === 0,
  };
}

function sumOf(tickets: FactData<typeof TicketsRefunded>['tickets'], amount: 'price' | 'paid'): bigint {
  return tickets.reduce((sum, ticket) => sum + fromDecimal(ticket[amount]).minor, 0n);
}

/** What points paid of all of these tickets; null unless the fact says so of each. */
function pointsPaidFor(tickets: FactData<typeof TicketsRefunded>['tickets']): bigint | null {
  let sum = 0n;
  for (const { pointsPaid } of tickets) {
    if (!pointsPaid) return null;
    sum += fromDecimal(pointsPaid).minor;
  }
  return sum;
}
