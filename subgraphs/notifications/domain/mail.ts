import type { DecimalMoney } from '@parterre/contracts/kernel/money.ts';

/** Where an event takes place, as far as this subgraph has heard of it. */
export interface Place {
  /** IANA zone. */
  readonly timeZone: string;
  readonly hallName: string;
  readonly venueName: string;
}

/** The booking that a mail is about. */
export interface BookingOfMail {
  readonly bookingId: string;
  readonly eventTitle: string;
  readonly startsAt: Date;
  /** Null when the event has not been told of yet: then its time is given in UTC. */
  readonly place: Place | null;
}

export type CancellationReason =
  | 'EXPIRED'
  | 'BY_BUYER'
  | 'PAYMENT_DECLINED'
  | 'EVENT_CANCELLED'
  | 'USER_BLOCKED';

export const loyaltyLevels = ['BRONZE', 'SILVER', 'GOLD', 'PLATINUM'] as const;
export type LoyaltyLevel = (typeof loyaltyLevels)[number];

/** What a mail has to say, before it is put into words; each kind is written on one type of fact, or by a job. */
export type MailContent =
  | { readonly kind: 'USER_REGISTERED'; readonly nickname: string }
  | { readonly kind: 'EMAIL_CONFIRMATION' | 'PASSWORD_RESET' | 'ADDRESS_REGISTERED_AGAIN' }
  | { readonly kind: 'USER_BLOCKED'; readonly reason: string }
  | {
      readonly kind: 'LOYALTY_LEVEL_CHANGED';
      readonly level: LoyaltyLevel;
      readonly previousLevel: LoyaltyLevel;
    }
  | {
      readonly kind: 'BOOKING_CONFIRMED';
      readonly booking: BookingOfMail;
      readonly ticketCount: number;
      readonly discount: DecimalMoney;
      readonly total: DecimalMoney;
    }
  | {
      readonly kind: 'BOOKING_CANCELLED';
      readonly booking: BookingOfMail;
      readonly reason: CancellationReason;
    }
  | {
      readonly kind: 'TICKETS_REFUNDED';
      readonly booking: BookingOfMail;
      readonly ticketCount: number;
      readonly refunded: DecimalMoney;
      readonly remainingTickets: number;
    }
  | { readonly kind: 'EVENT_REMINDER'; readonly booking: BookingOfMail; readonly ticketCount: number }
  | {
      readonly kind: 'EVENT_MOVED';
      readonly booking: BookingOfMail;
      readonly previousStartsAt: Date;
      /** Where the reader was last told that it would take place; null: where it does. */
      readonly previousPlace: Place | null;
      /** The title that the reader was told last, where it is another now. */
      readonly previousTitle: string | null;
      /** Until when everything goes back. Null: it does not, because the event is back at the time and place that were booked. */
      readonly refundUntil: Date | null;
      /** Null where the organizer has given none. */
      readonly reason: string | null;
    }
  | {
      readonly kind: 'EVENT_CHANGED';
      readonly booking: BookingOfMail;
      /** The title that the reader was told last, where it is another now. */
      readonly previousTitle: string | null;
      /** The new one, in lines, null where nothing is said any more; undefined where it is the same. */
      readonly description: string | null | undefined;
    }
  | {
      readonly kind: 'EVENT_CANCELLED';
      readonly booking: BookingOfMail;
      /** What the organizer writes. */
      readonly reason: string;
      /** How many guests it needs and did not have; null where its organizer cancelled it. */
      readonly minimumGuests: number | null;
    };

export type MailKind = MailContent['kind'];

/** One mail of each kind: a kind without a line here does not compile. */
const kinds: Readonly<Record<MailKind, true>> = {
  USER_REGISTERED: true,
  BOOKING_CONFIRMED: true,
  BOOKING_CANCELLED: true,
  TICKETS_REFUNDED: true,
  EVENT_MOVED: true,
  EVENT_CHANGED: true,
  EVENT_CANCELLED: true,
  EVENT_REMINDER: true,
  LOYALTY_LEVEL_CHANGED: true,
  USER_BLOCKED: true,
  EMAIL_CONFIRMATION: true,
  PASSWORD_RESET: true,
  ADDRESS_REGISTERED_AGAIN: true,
};
export const mailKinds = Object.keys(kinds) as readonly MailKind[];

/** A mail in the words of a language, ready to be read and, but for its link, to be sent. */
export interface Mail {
  /** One line. */
  readonly subject: string;
  /** Lines separated by "\n". */
  readonly text: string;
  /** The same as a whole HTML document, which fetches nothing. */
  readonly html: string;
}

/**
 * What the link in a mail is for. The link is made when the mail is sent and stands nowhere else: whoever is signed in,
 * and administrators, read mails by the API, and must not come by it there.
 */
export type LinkPurpose = 'EMAIL_CONFIRMATION' | 'PASSWORD_RESET';

/** What the link of such a mail is for; null for a mail that goes without one. */
export function linkOf(kind: MailKind): LinkPurpose | null {
  if (kind === 'USER_REGISTERED' || kind === 'EMAIL_CONFIRMATION') return 'EMAIL_CONFIRMATION';
  return kind === 'PASSWORD_RESET' ? kind : null;
}

const pages = {
  EMAIL_CONFIRMATION: 'confirm-email',
  PASSWORD_RESET: 'reset-password',
} as const satisfies Record<LinkPurpose, string>;

/** The page of the web app that takes a token, in the part of the address that no server sees. */
export function linkAddress(publicUrl: string, purpose: LinkPurpose, token: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/${pages[purpose]}#token=${encodeURIComponent(token)}`;
}

/** Text from people in a line of its own: a title with a line break must not become a header of a mail. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Text from people as they broke it into lines, each of which is one: an empty line parts paragraphs, and two do the same. */
export function someLines(text: string): string {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(oneLine)
    .join('\n')
    .trim();
}
