import { EventChanged, EventPublished } from '@parterre/contracts/facts/events.ts';
import { fact, readFact } from '@parterre/contracts/facts/fact.ts';
import { LoyaltyLevelChanged } from '@parterre/contracts/facts/loyalty.ts';
import { NotificationAdded } from '@parterre/contracts/facts/notifications.ts';
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
import type { Letter } from './ports.ts';

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
export async function writeMail(
  deps: Dependencies,
  envelope: FactEnvelope,
  { tx, now }: FactContext,
): Promise<void> {
  const { mailbox } = deps;
  const { mail, ...addressed } = accountMail(envelope) ?? (await bookingMail(deps, tx, envelope));
  const userId = addressed.userId as UserId;
  await mailbox.commitLater(tx);
  if (envelope.type === UserRegistered.type) {
    await mailbox.setRecipient(tx, userId, readFact(UserRegistered, envelope).email);
  }
  await putMail(deps, tx, { factId: envelope.id, userId, mail, at: new Date(envelope.time) }, now);
}

/** Puts a mail down, to be sent if it is one that is, and tells whoever watches; once, however often it is written. */
async function putMail(
  { mailbox, transport }: Dependencies,
  tx: Transaction,
  letter: Omit<Letter, 'dueAt'>,
  now: Date,
): Promise<void> {
  const { userId, mail, at } = letter;
  const isSent = transport !== null && (transport.carries === 'ALL' || mail.link !== undefined);
  const notificationId = await mailbox.put(tx, { ...letter, dueAt: isSent ? at : null });
  if (!notificationId) return;
  await tx.publish(fact(NotificationAdded, { notificationId, userId, kind: mail.kind }, now));
}

/** An event was published or changed: mails about it say where and when it takes place. */
export async function rememberShow(
  deps: Dependencies,
  envelope: FactEnvelope,
  { tx }: FactContext,
): Promise<void> {
  const details =
    envelope.type === EventChanged.type
      ? readFact(EventChanged, envelope)
      : readFact(EventPublished, envelope);
  const { timeZone, hallName, venueName, startsAt } = details;
  await deps.mailbox.commitLater(tx);
  await deps.mailbox.setShow(
    tx,
    details.eventId as EventId,
    { timeZone, hallName, venueName, startsAt: new Date(startsAt) },
    { factId: envelope.id, time: envelope.time },
  );
}

/** The mail on a fact about an account; null for any other fact. */
function accountMail(envelope: FactEnvelope): AddressedMail | null {
  switch (envelope.type) {
    case UserRegistered.type: {
      const { userId, nickname } = readFact(UserRegistered, envelope);
      return { userId, mail: account.userRegisteredMail(nickname) };
    }
    case EmailConfirmationRequested.type: {
      const { userId } = readFact(EmailConfirmationRequested, envelope);
      return { userId, mail: account.emailConfirmationMail() };
    }
    case PasswordResetRequested.type: {
      const { userId } = readFact(PasswordResetRequested, envelope);
      return { userId, mail: account.passwordResetMail() };
    }
    case AddressRegisteredAgain.type: {
      const { userId } = readFact(AddressRegisteredAgain, envelope);
      return { userId, mail: account.addressRegisteredAgainMail() };
    }
    case UserBlocked.type: {
      const { userId, reason } = readFact(UserBlocked, envelope);
      return { userId, mail: account.userBlockedMail(reason) };
    }
    case LoyaltyLevelChanged.type: {
      const { userId, level, previousLevel } = readFact(LoyaltyLevelChanged, envelope);
      return { userId, mail: account.loyaltyLevelChangedMail(level, previousLevel) };
    }
    default:
      return null;
  }
}

async function bookingMail(
  deps: Dependencies,
  tx: Transaction,
  envelope: FactEnvelope,
): Promise<AddressedMail> {
  switch (envelope.type) {
    case BookingConfirmed.type: {
      const { tickets, discount, total, ...booked } = readFact(BookingConfirmed, envelope);
      const paid = { ticketCount: tickets.length, discount, total };
      const about = await bookingOf(deps, tx, booked);
      return { userId: booked.userId, mail: booking.bookingConfirmedMail(about, paid) };
    }
    case BookingCancelled.type: {
      const { reason, ...booked } = readFact(BookingCancelled, envelope);
      const about = await bookingOf(deps, tx, booked);
      return { userId: booked.userId, mail: booking.bookingCancelledMail(about, reason) };
    }
    case TicketsRefunded.type: {
      const { tickets, refunded, remainingTickets, ...booked } = readFact(TicketsRefunded, envelope);
      const refund = { ticketCount: tickets.length, refunded, remainingTickets };
      const about = await bookingOf(deps, tx, booked);
      return { userId: booked.userId, mail: booking.ticketsRefundedMail(about, refund) };
    }
    case BookedEventMoved.type: {
      const { previousStartsAt, ...booked } = readFact(BookedEventMoved, envelope);
      // Of this move, even when another has followed it, which has a mail of its own.
      const about = { ...(await bookingOf(deps, tx, booked)), startsAt: new Date(booked.startsAt) };
      return { userId: booked.userId, mail: booking.eventMovedMail(about, new Date(previousStartsAt)) };
    }
    default:
      throw new Error(`expected a fact that a mail is written on, got ${envelope.type}`);
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
