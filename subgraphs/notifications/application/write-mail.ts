import { EventChanged, EventPublished } from '@parterre/contracts/facts/events.ts';
import { readFact } from '@parterre/contracts/facts/fact.ts';
import { LoyaltyLevelChanged } from '@parterre/contracts/facts/loyalty.ts';
import {
  BookedEventMoved,
  BookingCancelled,
  BookingConfirmed,
  TicketsRefunded,
} from '@parterre/contracts/facts/tickets.ts';
import {
  AddressRegisteredAgain,
  EmailConfirmationRequested,
  PasswordResetRequested,
  UserBlocked,
  UserRegistered,
} from '@parterre/contracts/facts/users.ts';
import type { EventId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { FactContext } from '@parterre/platform/service/use-case.ts';
import * as account from '../domain/account-mails.ts';
import * as booking from '../domain/booking-mails.ts';
import type { Mail } from '../domain/mail.ts';
import type { Dependencies } from './dependencies.ts';

/** On which facts mails are written, by topic. */
export const mailedFacts = {
  users: [
    UserRegistered.type,
    EmailConfirmationRequested.type,
    PasswordResetRequested.type,
    AddressRegisteredAgain.type,
    UserBlocked.type,
  ],
  tickets: [BookingConfirmed.type, BookingCancelled.type, TicketsRefunded.type, BookedEventMoved.type],
  loyalty: [LoyaltyLevelChanged.type],
} as const;

interface AddressedMail {
  readonly userId: string;
  readonly mail: Mail;
}

/**
 * Writes the mail that a user gets on a fact, one for each, however often it comes; on a registration it remembers
 * the user's address as well.
 *
 * @throws Error for a fact without a mail, or a malformed one
 */
export async function writeMail(deps: Dependencies, fact: FactEnvelope, { tx }: FactContext): Promise<void> {
  const { mailbox, transport } = deps;
  const { mail, ...addressed } = accountMail(fact) ?? (await bookingMail(deps, tx, fact));
  const userId = addressed.userId as UserId;
  const at = new Date(fact.time);
  const isSent = transport !== null && (transport.carries === 'ALL' || mail.link !== undefined);
  await mailbox.commitLater(tx);
  if (fact.type === UserRegistered.type) {
    await mailbox.setRecipient(tx, userId, readFact(UserRegistered, fact).email);
  }
  await mailbox.put(tx, { factId: fact.id, userId, mail, at, dueAt: isSent ? at : null });
}

/** An event was published or changed: mails about it say where and when it takes place. */
export async function rememberShow(
  deps: Dependencies,
  fact: FactEnvelope,
  { tx }: FactContext,
): Promise<void> {
  const details =
    fact.type === EventChanged.type ? readFact(EventChanged, fact) : readFact(EventPublished, fact);
  const { timeZone, hallName, venueName, startsAt } = details;
  await deps.mailbox.commitLater(tx);
  await deps.mailbox.setShow(
    tx,
    details.eventId as EventId,
    { timeZone, hallName, venueName, startsAt: new Date(startsAt) },
    { factId: fact.id, time: fact.time },
  );
}

/** The mail on a fact about an account; null for any other fact. */
function accountMail(fact: FactEnvelope): AddressedMail | null {
  switch (fact.type) {
    case UserRegistered.type: {
      const { userId, nickname } = readFact(UserRegistered, fact);
      return { userId, mail: account.userRegisteredMail(nickname) };
    }
    case EmailConfirmationRequested.type: {
      const { userId } = readFact(EmailConfirmationRequested, fact);
      return { userId, mail: account.emailConfirmationMail() };
    }
    case PasswordResetRequested.type: {
      const { userId } = readFact(PasswordResetRequested, fact);
      return { userId, mail: account.passwordResetMail() };
    }
    case AddressRegisteredAgain.type: {
      const { userId } = readFact(AddressRegisteredAgain, fact);
      return { userId, mail: account.addressRegisteredAgainMail() };
    }
    case UserBlocked.type: {
      const { userId, reason } = readFact(UserBlocked, fact);
      return { userId, mail: account.userBlockedMail(reason) };
    }
    case LoyaltyLevelChanged.type: {
      const { userId, level, previousLevel } = readFact(LoyaltyLevelChanged, fact);
      return { userId, mail: account.loyaltyLevelChangedMail(level, previousLevel) };
    }
    default:
      return null;
  }
}

async function bookingMail(deps: Dependencies, tx: Transaction, fact: FactEnvelope): Promise<AddressedMail> {
  switch (fact.type) {
    case BookingConfirmed.type: {
      const { tickets, discount, total, ...booked } = readFact(BookingConfirmed, fact);
      const paid = { ticketCount: tickets.length, discount, total };
      const about = await bookingOf(deps, tx, booked);
      return { userId: booked.userId, mail: booking.bookingConfirmedMail(about, paid) };
    }
    case BookingCancelled.type: {
      const { reason, ...booked } = readFact(BookingCancelled, fact);
      const about = await bookingOf(deps, tx, booked);
      return { userId: booked.userId, mail: booking.bookingCancelledMail(about, reason) };
    }
    case TicketsRefunded.type: {
      const { tickets, refunded, remainingTickets, ...booked } = readFact(TicketsRefunded, fact);
      const refund = { ticketCount: tickets.length, refunded, remainingTickets };
      const about = await bookingOf(deps, tx, booked);
      return { userId: booked.userId, mail: booking.ticketsRefundedMail(about, refund) };
    }
    case BookedEventMoved.type: {
      const { previousStartsAt, ...booked } = readFact(BookedEventMoved, fact);
      // Of this move, even when another has followed it, which has a mail of its own.
      const about = { ...(await bookingOf(deps, tx, booked)), startsAt: new Date(booked.startsAt) };
      return { userId: booked.userId, mail: booking.eventMovedMail(about, new Date(previousStartsAt)) };
    }
    default:
      throw new Error(`expected a fact that a mail is written on, got ${fact.type}`);
  }
}

/** A booking remembers the time that was agreed to; whoever reads of it later wants to know when it is now. */
async function bookingOf(
  deps: Dependencies,
  tx: Transaction,
  booked: { bookingId: string; eventId: string; eventTitle: string; startsAt: string },
): Promise<booking.BookingOfMail> {
  const { bookingId, eventId, eventTitle, startsAt } = booked;
  const show = await deps.mailbox.show(tx, eventId as EventId);
  return { bookingId, eventTitle, startsAt: show?.startsAt ?? new Date(startsAt), place: show };
}
