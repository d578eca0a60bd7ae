import type { UserId } from '@parterre/platform/kernel/ids.ts';
import type { Sql } from '@parterre/platform/postgres/database.ts';
import type { Place } from '../../domain/booking-mails.ts';
import type { Mail } from '../../domain/mail.ts';

/** Where mails are put, and what is known of the people and places that they tell of. */
export interface Mailbox {
  /**
   * Puts a mail down for a user: once for each fact, however often that comes. The address is filled in
   * as soon as the user is known.
   */
  put(tx: Sql, letter: Letter): Promise<void>;
  /** Remembers a user's address, also for mails that were put down before. */
  setRecipient(tx: Sql, userId: UserId, email: string): Promise<void>;
  /** Remembers where an event takes place; the newest state counts, whichever comes last. */
  setPlace(tx: Sql, eventId: string, place: Place, asOf: { factId: string; time: string }): Promise<void>;
  place(tx: Sql, eventId: string): Promise<Place | null>;
}

export interface Letter {
  readonly factId: string;
  readonly userId: UserId;
  readonly mail: Mail;
  /** When that happened which it tells of. */
  readonly at: Date;
}
