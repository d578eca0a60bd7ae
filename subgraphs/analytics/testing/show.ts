import { EventChanged, EventPublished } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { BookingConfirmed, TicketsRefunded } from '@parterre/contracts/facts/tickets.ts';
import { type CurrencyCode, formatAmount } from '@parterre/contracts/kernel/money.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';

type EventDetails = Parameters<typeof EventPublished.keyOf>[0];

export interface Booked {
  readonly fact: FactEnvelope;
  /** Gives the first `count` tickets back, at this share of what was paid. */
  refund(count: number, at: string, percent?: number): FactEnvelope;
}

/** Without a type: a ticket from before there were types. */
export interface TicketKind {
  readonly ticketTypeId?: string;
  readonly priceZoneId?: string;
}

/** An event of a test, and the facts that tell of it. */
export class Show {
  readonly eventId = newId<'Event'>();
  readonly organizerId = newId<'User'>();
  /** Of tickets that are not said to be in another zone. */
  readonly priceZoneId = newId<'PriceZone'>();
  readonly details: EventDetails;

  constructor(details: Partial<EventDetails> = {}) {
    this.details = {
      ...EventPublished.example,
      eventId: this.eventId,
      organizerId: this.organizerId,
      artists: [],
      seatCount: 30,
      standingCapacity: 10,
      ...details,
    };
  }

  published(at = '2027-01-01T10:00:00.000Z'): FactEnvelope {
    return fact(EventPublished, this.details, new Date(at));
  }

  changed(change: Partial<EventDetails>, at: string): FactEnvelope {
    return fact(EventChanged, { ...this.details, ...change }, new Date(at));
  }

  /** A booking of `count` tickets, each paid with `paid` minor units, of this type and in this zone. */
  booked(count: number, at: string, paid = 2_500n, kind: TicketKind = {}): Booked {
    const currencyCode = this.details.currencyCode as CurrencyCode;
    const money = (minor: bigint) => ({ amount: formatAmount(minor, currencyCode), currencyCode });
    const booking = {
      bookingId: newId<'Booking'>(),
      userId: newId<'User'>(),
      eventId: this.eventId,
      eventTitle: this.details.title,
      startsAt: this.details.startsAt,
    };
    const tickets = Array.from({ length: count }, () => ({
      ticketId: newId<'Ticket'>(),
      seatId: newId<'Seat'>(),
      sectionId: newId<'Section'>(),
      priceZoneId: this.priceZoneId,
      ...kind,
      price: money(paid),
      paid: money(paid),
    }));
    const total = money(paid * BigInt(count));
    const confirmed = { ...booking, subtotal: total, discount: money(0n), total, tickets };
    return {
      fact: fact(BookingConfirmed, confirmed, new Date(at)),
      refund: (refundedCount, refundedAt, percent = 100) => {
        const each = (paid * BigInt(percent)) / 100n;
        const refund = {
          ...booking,
          refundId: newId<'Refund'>(),
          refunded: money(each * BigInt(refundedCount)),
          tickets: tickets.slice(0, refundedCount).map((ticket) => ({ ...ticket, refunded: money(each) })),
          remainingTickets: count - refundedCount,
        };
        return fact(TicketsRefunded, refund, new Date(refundedAt));
      },
    };
  }
}
