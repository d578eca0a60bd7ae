import type { BookingId, EventId, NotificationId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Language } from '@parterre/contracts/kernel/language.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Positioned } from '@parterre/platform/kernel/log-cursor.ts';
import type { Provider } from '@parterre/platform/operations/ask-provider.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { InboxEntry } from '@parterre/platform/service/use-case.ts';
import type { LinkPurpose, Mail, MailContent, MailKind, Place } from '../domain/mail.ts';

/** Where mails are put, and what is known of their readers and of the events that they are about. */
export interface Mailbox {
  /**
   * Puts a mail down for a user: once for each fact, however often that comes. The address is filled in
   * as soon as the user is known. Answers its id; null when it was there already.
   */
  put(tx: Transaction, letter: Letter): Promise<NotificationId | null>;
  /**
   * The same in one statement, which notes the fact in the inbox and publishes the mail as well; false when nothing happened.
   * Commits without waiting for the disk.
   */
  putAtOnce(entry: InboxEntry, letter: Letter, told: FactEnvelope): Promise<boolean>;
  /** What `put` answers for a new mail. */
  idOf(factId: string): NotificationId;
  /** What is known of a mail's reader and of its event, locked by nobody. */
  look(
    userId: UserId,
    eventId: EventId,
  ): Promise<{ readonly language: Language; readonly show: Show | null }>;
  /** Remembers a user's address and language, the address also for mails that were put down before. */
  setRecipient(tx: Transaction, userId: UserId, recipient: Recipient): Promise<void>;
  /** Mails are written in another language from now on. */
  setLanguage(tx: Transaction, userId: UserId, language: Language): Promise<void>;
  /** In which language a user is written to; English while the user is not known. */
  languageOf(tx: Transaction, userId: UserId): Promise<Language>;
  /** Remembers where and when an event takes place; the newest state counts, whichever comes last. */
  setShow(
    tx: Transaction,
    eventId: EventId,
    show: Show,
    asOf: { readonly factId: string; readonly time: string },
  ): Promise<void>;
  show(tx: Transaction, eventId: EventId): Promise<Show | null>;
  /** Lets the transaction commit without waiting for the disk: what a crash takes is brought by the facts again. */
  commitLater(tx: Transaction): Promise<void>;
}

/** Where and when an event takes place. */
export interface Show extends Place {
  /** Null when only its place is known, from before times were remembered. */
  readonly startsAt: Date | null;
}

export interface Recipient {
  readonly email: string;
  readonly language: Language;
}

/** Puts mails into words. */
export interface MailTemplates {
  write(content: MailContent, language: Language): Mail;
  /** The mail with the link that is made when it is sent. */
  withLink(mail: MailToSend, purpose: LinkPurpose, address: string, language: Language): MailToSend;
}

/** A mail as it is sent; one from before there was HTML has none. */
export interface MailToSend extends Omit<Mail, 'html'> {
  readonly html: string | null;
}

export interface Letter {
  readonly factId: string;
  readonly userId: UserId;
  readonly kind: MailKind;
  readonly mail: Mail;
  readonly language: Language;
  /** The booking that it is about, if it is about one. */
  readonly bookingId: BookingId | null;
  /** When that happened which it is about. */
  readonly at: Date;
  /** When it is to be sent; null when it is read by the API only. */
  readonly dueAt: Date | null;
}

/** Mails on their way out. */
export interface OutgoingMails {
  /**
   * The mails that are due and have an address, at most `limit`, oldest first; each is due again after a growing pause,
   * in case nobody says what became of it. At most `MOST_ATTEMPTS` times each.
   */
  take(limit: number, now: Date): Promise<OutgoingMail[]>;
  /** The mail has been handed over at `sentAt`; null when it turned out that there is nothing to send. */
  done(id: NotificationId, sentAt: Date | null): Promise<void>;
}

export interface OutgoingMail {
  readonly id: NotificationId;
  readonly userId: UserId;
  readonly recipient: string;
  readonly kind: MailKind;
  readonly mail: MailToSend;
  readonly language: Language;
  readonly bookingId: BookingId | null;
  readonly link: LinkPurpose | null;
  /** Which attempt this is, from 1. */
  readonly attempt: number;
}

/** Hands mails over to be delivered. */
export interface MailTransport {
  /** Which mails go by it: all of them, or those with a link, which can be read nowhere else. */
  readonly carries: 'ALL' | 'LINKS';
  /** The server that they are handed to; null where there is none. */
  readonly server: Provider | null;
  /**
   * Answers `refused` where another try would end the same: the server does not know the address, or will not have the
   * mail.
   *
   * @throws when it is not known to be handed over: the mail is sent again later
   */
  send(mail: PostedMail): Promise<'sent' | 'refused'>;
}

export interface PostedMail extends MailToSend {
  readonly id: string;
  readonly to: string;
  readonly at: Date;
  readonly attachments: readonly Attachment[];
}

export interface Attachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** The tickets of a booking as the tickets subgraph prints them. */
export interface PrintedTickets {
  /** Those that let somebody in. @throws when the tickets subgraph does not answer */
  of(bookingId: BookingId, language: Language): Promise<readonly Attachment[]>;
}

/** Mails that were written to files. */
export interface MailFiles {
  /** Removes those that were written before then, and answers how many. */
  removeBefore(time: Date): Promise<number>;
}

/** Makes the tokens of links; null when there is nothing to send any more. */
export interface LinkTokens {
  /** @throws when the users subgraph does not answer */
  issue(
    userId: UserId,
    purpose: LinkPurpose,
  ): Promise<{ readonly token: string; readonly expiresAt: string } | null>;
}

/** A mail as its reader sees it. */
export interface Notification {
  readonly id: NotificationId;
  readonly userId: UserId;
  readonly kind: MailKind;
  readonly subject: string;
  readonly body: string;
  /** The same as HTML, without its link; null for one from before there was HTML. */
  readonly html: string | null;
  readonly language: Language;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export interface NotificationPage {
  readonly userId: UserId;
  readonly limit: number;
  /** The last one of the page before. */
  readonly after: { readonly time: Date; readonly id: NotificationId } | null;
}

/** The mails of all users, to be read. */
export interface Notifications {
  /** By several ids at once, in any order; ids without a notification are left out. */
  findMany(ids: readonly NotificationId[]): Promise<Notification[]>;
  /** For each page, in the same order; newest first. */
  pages(pages: readonly NotificationPage[]): Promise<Notification[][]>;
  /** Marks one as read, and answers since when it is: the first time stays. */
  markRead(id: NotificationId, now: Date): Promise<Date>;
  /** Marks all of a user's that are unread and no newer than that one, if one is named; answers how many. */
  markAllRead(userId: UserId, upTo: Notification | null, now: Date): Promise<number>;
  /** How many of each user's are unread, in the same order. */
  countUnread(userIds: readonly UserId[]): Promise<number[]>;
  /** Deletes at most `limit` of those that were written before then, and answers how many. */
  prune(before: Date, limit: number): Promise<number>;
}

/** Tells what is written to a user, in whatever process it is written. */
export interface NotificationFeed {
  /**
   * What `read` answers to each notification of a user from now on; with `since`, the cursor of a message seen before,
   * after everything that was missed; where that cannot be said, what `newest` answers, as a message that starts anew.
   * What `read` answers undefined to is left out.
   */
  follow(
    userId: UserId,
    since: string | null,
    read: (id: NotificationId) => Promise<Notification | undefined>,
    newest: () => Promise<Notification | null>,
  ): AsyncIterableIterator<Positioned<Notification | null>, undefined>;
}

/** A booking with its tickets that still let somebody in. */
export interface LiveBooking {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly eventId: EventId;
  readonly eventTitle: string;
  readonly liveTickets: number;
  readonly bookedAt: Date;
}

/** Somebody who has tickets for an event that begins soon. */
export interface Visit {
  readonly userId: UserId;
  readonly eventId: EventId;
  /** One of the bookings that the tickets are of. */
  readonly bookingId: BookingId;
  readonly eventTitle: string;
  /** Of all the visitor's bookings of this event. */
  readonly ticketCount: number;
  readonly startsAt: Date;
  readonly place: Place;
}

/** Who has tickets for what, by the facts of the tickets subgraph. */
export interface LiveBookings {
  /** What `follow` does in one statement, which notes the fact in the inbox as well; false when nothing happened. */
  followAtOnce(entry: InboxEntry, booking: LiveBooking): Promise<boolean>;
  /** Remembers how many tickets a booking has left; fewer count, whichever fact comes last. */
  follow(tx: Transaction, booking: LiveBooking): Promise<void>;
  /** Its event has had this title since then; the newest counts, whichever fact comes last. */
  retitle(tx: Transaction, bookingId: BookingId, eventTitle: string, at: Date): Promise<void>;
  /**
   * At most `limit` visitors of events that begin within that time and who booked before; each is taken once for a
   * start, and again only for one that is later by more than that time. None while another process takes them.
   */
  takeDue(
    tx: Transaction,
    due: { readonly now: Date; readonly withinMs: number; readonly limit: number },
  ): Promise<Visit[]>;
  /** Deletes at most `limit` bookings of events that began before then, and answers how many. */
  prune(before: Date, limit: number): Promise<number>;
}
