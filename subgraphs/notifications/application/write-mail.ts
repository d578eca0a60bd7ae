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
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import {
  addressRegisteredAgainMail,
  emailConfirmationMail,
  loyaltyLevelChangedMail,
  passwordResetMail,
  userBlockedMail,
  userRegisteredMail,
} from '../domain/account-mails.ts';
import {
  type BookingOfMail,
  bookingCancelledMail,
  bookingConfirmedMail,
  eventMovedMail,
  ticketsRefundedMail,
} from '../domain/booking-mails.ts';
import type { Mail } from '../domain/mail.ts';
import type { Mailbox } from './ports.ts';

type Apply = (mailbox: Mailbox, tx: Transaction, fact: FactEnvelope) => Promise<void>;

/** What this subgraph does on each type of fact, by topic. */
export const reactions = {
  users: {
    [UserRegistered.type]: async (mailbox, tx, fact) => {
      const { userId, email, nickname } = readFact(UserRegistered, fact);
      await mailbox.setRecipient(tx, userId as UserId, email);
      await put(mailbox, tx, fact, userId, userRegisteredMail(nickname));
    },
    [EmailConfirmationRequested.type]: async (mailbox, tx, fact) => {
      const { userId } = readFact(EmailConfirmationRequested, fact);
      await put(mailbox, tx, fact, userId, emailConfirmationMail());
    },
    [PasswordResetRequested.type]: async (mailbox, tx, fact) => {
      const { userId } = readFact(PasswordResetRequested, fact);
      await put(mailbox, tx, fact, userId, passwordResetMail());
    },
    [AddressRegisteredAgain.type]: async (mailbox, tx, fact) => {
      const { userId } = readFact(AddressRegisteredAgain, fact);
      await put(mailbox, tx, fact, userId, addressRegisteredAgainMail());
    },
    [UserBlocked.type]: async (mailbox, tx, fact) => {
      const { userId, reason } = readFact(UserBlocked, fact);
      await put(mailbox, tx, fact, userId, userBlockedMail(reason));
    },
  },

  events: {
    [EventPublished.type]: (mailbox, tx, fact) =>
      rememberShow(mailbox, tx, fact, readFact(EventPublished, fact)),
    [EventChanged.type]: (mailbox, tx, fact) => rememberShow(mailbox, tx, fact, readFact(EventChanged, fact)),
  },

  tickets: {
    [BookingConfirmed.type]: async (mailbox, tx, fact) => {
      const { tickets, discount, total, ...booking } = readFact(BookingConfirmed, fact);
      const paid = { ticketCount: tickets.length, discount, total };
      const about = await bookingOf(mailbox, tx, booking);
      await put(mailbox, tx, fact, booking.userId, bookingConfirmedMail(about, paid));
    },
    [BookingCancelled.type]: async (mailbox, tx, fact) => {
      const { reason, ...booking } = readFact(BookingCancelled, fact);
      const about = await bookingOf(mailbox, tx, booking);
      await put(mailbox, tx, fact, booking.userId, bookingCancelledMail(about, reason));
    },
    [TicketsRefunded.type]: async (mailbox, tx, fact) => {
      const { tickets, refunded, remainingTickets, ...booking } = readFact(TicketsRefunded, fact);
      const refund = { ticketCount: tickets.length, refunded, remainingTickets };
      const about = await bookingOf(mailbox, tx, booking);
      await put(mailbox, tx, fact, booking.userId, ticketsRefundedMail(about, refund));
    },
    [BookedEventMoved.type]: async (mailbox, tx, fact) => {
      const { previousStartsAt, ...booking } = readFact(BookedEventMoved, fact);
      // Of this move, even when another has followed it, which has a mail of its own.
      const about = { ...(await bookingOf(mailbox, tx, booking)), startsAt: new Date(booking.startsAt) };
      await put(mailbox, tx, fact, booking.userId, eventMovedMail(about, new Date(previousStartsAt)));
    },
  },

  loyalty: {
    [LoyaltyLevelChanged.type]: async (mailbox, tx, fact) => {
      const { userId, level, previousLevel } = readFact(LoyaltyLevelChanged, fact);
      await put(mailbox, tx, fact, userId, loyaltyLevelChangedMail(level, previousLevel));
    },
  },
} satisfies Record<string, Record<string, Apply>>;

async function put(
  mailbox: Mailbox,
  tx: Transaction,
  fact: FactEnvelope,
  userId: string,
  mail: Mail,
): Promise<void> {
  await mailbox.put(tx, { factId: fact.id, userId: userId as UserId, mail, at: new Date(fact.time) });
}

type EventDetails = ReturnType<typeof readFact<typeof EventPublished.data>>;

async function rememberShow(
  mailbox: Mailbox,
  tx: Transaction,
  fact: FactEnvelope,
  { eventId, timeZone, hallName, venueName, startsAt }: EventDetails,
): Promise<void> {
  const show = { timeZone, hallName, venueName, startsAt: new Date(startsAt) };
  await mailbox.setShow(tx, eventId, show, { factId: fact.id, time: fact.time });
}

/** A booking remembers the time that was agreed to; whoever reads of it later wants to know when it is now. */
async function bookingOf(
  mailbox: Mailbox,
  tx: Transaction,
  booking: { bookingId: string; eventId: string; eventTitle: string; startsAt: string },
): Promise<BookingOfMail> {
  const { bookingId, eventId, eventTitle, startsAt } = booking;
  const show = await mailbox.show(tx, eventId);
  return { bookingId, eventTitle, startsAt: show?.startsAt ?? new Date(startsAt), place: show };
}
