import { EventChanged, EventPublished } from '@parterre/contracts/facts/events.ts';
import { type FactData, fact, readFact } from '@parterre/contracts/facts/fact.ts';
import { LoyaltyLevelChanged } from '@parterre/contracts/facts/loyalty.ts';
import { NotificationAdded } from '@parterre/contracts/facts/notifications.ts';
import {
  BookedEventCancelled,
  BookedEventChanged,
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
  UserLanguageChanged,
  UserRegistered,
} from '@parterre/contracts/facts/users.ts';
import type { BookingId, EventId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Language } from '@parterre/contracts/kernel/language.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { AtOnceContext, FactContext } from '@parterre/platform/service/use-case.ts';
import { type BookingOfMail, linkOf, type MailContent } from '../domain/mail.ts';
import type { Dependencies } from './dependencies.ts';
import type { Letter, Show } from './ports.ts';

/** On which facts mails are written, by topic. */
export const mailedFacts = {
  users: [
    UserRegistered.type,
    EmailConfirmationRequested.type,
    PasswordResetRequested.type,
    AddressRegisteredAgain.type,
    UserBlocked.type,
  ],
  tickets: [
    BookingConfirmed.type,
    BookingCancelled.type,
    TicketsRefunded.type,
    BookedEventMoved.type,
    BookedEventChanged.type,
    BookedEventCancelled.type,
  ],
  loyalty: [LoyaltyLevelChanged.type],
} as const;

interface AddressedMail {
  readonly userId: string;
  readonly content: MailContent;
}

/**
 * Writes the mail that a user gets on a fact, one for each, however often it comes; on a registration it remembers
 * the user's address and language as well.
 *
 * @throws Error for a fact without a mail, or a malformed one
 */
export async function writeMail(
  deps: Dependencies,
  envelope: FactEnvelope,
  { tx, now }: FactContext,
): Promise<void> {
  const { mailbox } = deps;
  const { content, ...addressed } = accountMail(envelope) ?? (await bookingMail(deps, tx, envelope));
  const userId = addressed.userId as UserId;
  await mailbox.commitLater(tx);
  if (envelope.type === UserRegistered.type) {
    const { email, language = 'EN' } = readFact(UserRegistered, envelope);
    await mailbox.setRecipient(tx, userId, { email, language });
  }
  await putMail(deps, tx, { id: envelope.id, userId, content, at: new Date(envelope.time) }, now);
}

/**
 * Puts a mail down in its reader's language, to be sent if it is one that is, and tells whoever watches; once for each
 * `id`, however often it is written.
 */
export async function putMail(
  deps: Dependencies,
  tx: Transaction,
  given: ContentForUser,
  now: Date,
): Promise<void> {
  const { mailbox } = deps;
  const letter = letterOf(deps, given, await mailbox.languageOf(tx, given.userId));
  if (await mailbox.put(tx, letter)) await tx.publish(toldOf(deps, letter, now));
}

/**
 * Does what `writeMail` does for a booking that was paid by one look and one statement; false when nothing happened. What the
 * look saw may be another moment's: a mail is written in the words of when it was begun.
 */
export async function writeMailAtOnce(
  deps: Dependencies,
  envelope: FactEnvelope,
  { entry, now }: AtOnceContext,
): Promise<boolean> {
  if (envelope.type !== BookingConfirmed.type) return false;
  const booked = readFact(BookingConfirmed, envelope);
  const [userId, eventId] = [booked.userId as UserId, booked.eventId as EventId];
  const { language, show } = await deps.mailbox.look(userId, eventId);
  const content = confirmedMail(booked, show);
  const given = { id: envelope.id, userId, content, at: new Date(envelope.time) };
  const letter = letterOf(deps, given, language);
  return deps.mailbox.putAtOnce(entry, letter, toldOf(deps, letter, now));
}

function letterOf(
  { templates, transport }: Dependencies,
  { id: factId, userId, content, at }: ContentForUser,
  language: Language,
): Letter {
  const { kind } = content;
  const isSent = transport !== null && (transport.carries === 'ALL' || linkOf(kind) !== null);
  return {
    factId,
    userId,
    kind,
    mail: templates.write(content, language),
    language,
    bookingId: 'booking' in content ? (content.booking.bookingId as BookingId) : null,
    at,
    dueAt: isSent ? at : null,
  };
}

function toldOf({ mailbox }: Dependencies, { factId, userId, kind }: Letter, now: Date): FactEnvelope {
  return fact(NotificationAdded, { notificationId: mailbox.idOf(factId), userId, kind }, now);
}

interface ContentForUser {
  /** Of the fact that it is written on, or of whatever else there is one mail for. */
  readonly id: string;
  readonly userId: UserId;
  readonly content: MailContent;
  /** When that happened which it is about. */
  readonly at: Date;
}

/** Mails are written in another language from now on. */
export async function rememberLanguage(
  { mailbox }: Dependencies,
  envelope: FactEnvelope,
  { tx }: FactContext,
): Promise<void> {
  const { userId, language } = readFact(UserLanguageChanged, envelope);
  await mailbox.commitLater(tx);
  await mailbox.setLanguage(tx, userId as UserId, language);
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
      return { userId, content: { kind: 'USER_REGISTERED', nickname } };
    }
    case EmailConfirmationRequested.type: {
      const { userId } = readFact(EmailConfirmationRequested, envelope);
      return { userId, content: { kind: 'EMAIL_CONFIRMATION' } };
    }
    case PasswordResetRequested.type: {
      const { userId } = readFact(PasswordResetRequested, envelope);
      return { userId, content: { kind: 'PASSWORD_RESET' } };
    }
    case AddressRegisteredAgain.type: {
      const { userId } = readFact(AddressRegisteredAgain, envelope);
      return { userId, content: { kind: 'ADDRESS_REGISTERED_AGAIN' } };
    }
    case UserBlocked.type: {
      const { userId, reason } = readFact(UserBlocked, envelope);
      return { userId, content: { kind: 'USER_BLOCKED', reason } };
    }
    case LoyaltyLevelChanged.type: {
      const { userId, level, previousLevel } = readFact(LoyaltyLevelChanged, envelope);
      return { userId, content: { kind: 'LOYALTY_LEVEL_CHANGED', level, previousLevel } };
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
      const booked = readFact(BookingConfirmed, envelope);
      const show = await deps.mailbox.show(tx, booked.eventId as EventId);
      return { userId: booked.userId, content: confirmedMail(booked, show) };
    }
    case BookingCancelled.type: {
      const { reason, ...booked } = readFact(BookingCancelled, envelope);
      const booking = await bookingOf(deps, tx, booked);
      return { userId: booked.userId, content: { kind: 'BOOKING_CANCELLED', booking, reason } };
    }
    case TicketsRefunded.type: {
      const { tickets, refunded, remainingTickets, ...booked } = readFact(TicketsRefunded, envelope);
      const booking = await bookingOf(deps, tx, booked);
      const refund = { ticketCount: tickets.length, refunded, remainingTickets };
      return { userId: booked.userId, content: { kind: 'TICKETS_REFUNDED', booking, ...refund } };
    }
    case BookedEventMoved.type: {
      const booked = readFact(BookedEventMoved, envelope);
      // Of this move, even when another has followed it, which has a mail of its own.
      const known = await bookingOf(deps, tx, booked);
      const place = booked.hall ?? known.place;
      const booking = { ...known, startsAt: new Date(booked.startsAt), place };
      const previousStartsAt = new Date(booked.previousStartsAt);
      const refundUntil = booked.isAsBooked ? null : new Date(booked.refundUntil ?? booked.startsAt);
      const { previousTitle = null, previousHall: previousPlace = null, reason = null } = booked;
      const move = { previousStartsAt, previousPlace, previousTitle, refundUntil, reason };
      return { userId: booked.userId, content: { kind: 'EVENT_MOVED', booking, ...move } };
    }
    case BookedEventChanged.type: {
      const { previousTitle = null, description, ...booked } = readFact(BookedEventChanged, envelope);
      const booking = await bookingOf(deps, tx, booked);
      return {
        userId: booked.userId,
        content: { kind: 'EVENT_CHANGED', booking, previousTitle, description },
      };
    }
    case BookedEventCancelled.type: {
      const { reason, minimumGuests = null, ...booked } = readFact(BookedEventCancelled, envelope);
      const booking = await bookingOf(deps, tx, booked);
      return { userId: booked.userId, content: { kind: 'EVENT_CANCELLED', booking, reason, minimumGuests } };
    }
    default:
      throw new Error(`expected a fact that a mail is written on, got ${envelope.type}`);
  }
}

function confirmedMail(
  { tickets, discount, total, ...booked }: FactData<typeof BookingConfirmed>,
  show: Show | null,
): MailContent {
  const booking = bookingIn(booked, show);
  return { kind: 'BOOKING_CONFIRMED', booking, ticketCount: tickets.length, discount, total };
}

interface Booked {
  readonly bookingId: string;
  readonly eventId: string;
  readonly eventTitle: string;
  readonly startsAt: string;
}

async function bookingOf(deps: Dependencies, tx: Transaction, booked: Booked): Promise<BookingOfMail> {
  return bookingIn(booked, await deps.mailbox.show(tx, booked.eventId as EventId));
}

/** A booking remembers the time that was agreed to; whoever reads of it later wants to know when it is now. */
function bookingIn({ bookingId, eventTitle, startsAt }: Booked, show: Show | null): BookingOfMail {
  return { bookingId, eventTitle, startsAt: show?.startsAt ?? new Date(startsAt), place: show };
}
