// Written by `npm run codegen` from subgraphs/tickets/schema.graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { BookingMapper, BookingItemMapper, TicketMapper, UserMapper } from './mappers.ts';
import type { Context } from './loaders.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, ISO 8601 in UTC, such as 2027-03-01T18:30:00.000Z. */
  DateTime: { input: Date; output: Date; }
  /** A decimal number as text, so that no digit is lost, such as "12.50". */
  Decimal: { input: string; output: string; }
};

/** A currency that Parterre sells in, ISO 4217. */
export type CurrencyCode =
  /** Euro. */
  | 'EUR'
  /** US dollar. */
  | 'USD'
  /** Pound sterling. */
  | 'GBP'
  /** Swiss franc. */
  | 'CHF';

/** An amount of money. */
export type Money = {
  readonly __typename?: 'Money';
  /** Decimal text with two digits. */
  readonly amount: Scalars['Decimal']['output'];
  /** ISO 4217 code of the currency. */
  readonly currencyCode: CurrencyCode;
};

/** Where a page stands in the whole list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Whether there is more after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page: true when it was asked for with `after`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first node. Null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the last node; hand it in as `after` for the next page. Null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** Why a mutation said no, at which input. */
export type UserError = {
  /** The reason, for programs. */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Why a rule refused something. A mutation's error type lists those that it may answer. */
export type UserErrorCode =
  /** The booking is paid already; no more money was taken. */
  | 'ALREADY_PAID'
  /** The booking has ended: expired, cancelled or refunded. */
  | 'BOOKING_ENDED'
  /** The hold ran out before the payment landed; no money was taken. */
  | 'BOOKING_EXPIRED'
  /** The caller has no such booking. */
  | 'BOOKING_NOT_FOUND'
  /** The buyer is blocked. Nothing was booked and no money was taken. Once let in again, book with a new key. */
  | 'BUYER_BLOCKED'
  /**
   * More than two places, in all events together, where the server wants a confirmed mail address for that.
   * Confirm it, then book with a new key.
   */
  | 'EMAIL_NOT_CONFIRMED'
  /** There is no such event, or it is not yours. */
  | 'EVENT_NOT_FOUND'
  /** The event is not on sale. */
  | 'EVENT_NOT_ON_SALE'
  /** The hold of this very request has ended before the booking stood. Book again with a new key. */
  | 'HOLD_ENDED'
  /** The key came before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The loyalty account has fewer points than were to be spent. */
  | 'INSUFFICIENT_POINTS'
  /** The input does not make sense; `field` says where. */
  | 'INVALID_INPUT'
  /** The loyalty account is frozen, or is not there yet. */
  | 'LOYALTY_ACCOUNT_UNAVAILABLE'
  /**
   * What the refund policy gives back for a ticket that was paid for rounds to 0.00; the tickets stay valid.
   * Ask again with a new key and `acceptNothing` to give them back all the same.
   */
  | 'NOTHING_TO_REFUND'
  /** The wallet did not pay; the message says why. */
  | 'PAYMENT_DECLINED'
  /** The buyer has used the promo code as often as one user may. */
  | 'PROMO_CODE_ALREADY_USED'
  /** What the promo code may take off in all is spent, or what is left of it is less than it would take off. */
  | 'PROMO_CODE_BUDGET_SPENT'
  /** The promo code has been taken out of use. */
  | 'PROMO_CODE_DEACTIVATED'
  /** The time in which the promo code is valid is over. */
  | 'PROMO_CODE_EXPIRED'
  /** The promo code is for a buyer's first booking only. */
  | 'PROMO_CODE_FIRST_BOOKING_ONLY'
  /** The promo code takes a higher loyalty level. */
  | 'PROMO_CODE_LEVEL_TOO_LOW'
  /** There is no such promo code, or it is not yours. */
  | 'PROMO_CODE_NOT_FOUND'
  /** The promo code is not for this event. */
  | 'PROMO_CODE_NOT_FOR_EVENT'
  /** The promo code is for other price zones than those of the places. */
  | 'PROMO_CODE_NOT_FOR_PLACES'
  /** The time in which the promo code is valid has not begun. */
  | 'PROMO_CODE_NOT_YET_VALID'
  /** The places cost less than the promo code asks for. */
  | 'PROMO_CODE_TOTAL_TOO_LOW'
  /** The promo code has been used as often as it may be. */
  | 'PROMO_CODE_USED_UP'
  /** The payment could not be given back; the tickets stay valid. */
  | 'REFUND_DECLINED'
  /** The event's refund policy pays nothing back at this time. */
  | 'REFUND_NOT_ALLOWED'
  /** A seat is held, sold or blocked; the message names which. */
  | 'SEATS_TAKEN'
  /** The event has no such seat. */
  | 'SEAT_NOT_FOUND'
  /** A section is not a standing section of this event. */
  | 'SECTION_NOT_FOUND'
  /** A standing section has too few places left. */
  | 'STANDING_SOLD_OUT'
  /** A ticket was given back already, or is being given back. */
  | 'TICKET_ALREADY_REFUNDED'
  /** The booking has no such ticket. */
  | 'TICKET_NOT_FOUND'
  /** More points than half of the booking's price. */
  | 'TOO_MANY_POINTS'
  /** More places than one buyer may hold for this event. */
  | 'TOO_MANY_SEATS'
  /**
   * Too much is asked at this moment, or a part does not answer. Ask again, with the same key where there is
   * one.
   */
  | 'TRY_AGAIN';

/** What can be read. Each field says who may ask for it; what is not there, or not yours, is null. */
export type Query = {
  readonly __typename?: 'Query';
  /** A booking. Null when there is none with this identifier, and for everybody but its buyer and an administrator. */
  readonly booking?: Maybe<Booking>;
  /** A ticket. Null when there is none with this identifier, and for everybody but its buyer and an administrator. */
  readonly ticket?: Maybe<Ticket>;
};


/** What can be read. Each field says who may ask for it; what is not there, or not yours, is null. */
export type QueryBookingArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Each field says who may ask for it; what is not there, or not yours, is null. */
export type QueryTicketArgs = {
  id: Scalars['ID']['input'];
};

/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Books seats, or places in standing sections: all of them or none. They are held for the caller until the
   * booking's `expiresAt`. With `payNow` the booking is paid from the wallet at once, as `payBooking` would.
   * Causes BookingCreated, and with `payNow` what `payBooking` causes. The same `idempotencyKey` with the same
   * input gives the first outcome again and has no second effect.
   */
  readonly createBooking?: Maybe<CreateBookingPayload>;
  /**
   * Pays for a booking from the buyer's wallet and issues its tickets. A declined payment leaves the booking
   * AWAITING_PAYMENT, with PAYMENT_DECLINED; after three declined payments (or what the server has set) the
   * booking is cancelled. A free booking takes no money. Causes BookingConfirmed, or BookingCancelled when the
   * booking ends. On TRY_AGAIN the payment may still be under way: ask again with the same key for its outcome.
   */
  readonly payBooking?: Maybe<PayBookingPayload>;
  /**
   * Cancels a booking. Before it is paid, its seats go back on sale at no cost (BookingCancelled). Once it is
   * paid, all its remaining tickets are refunded under the event's refund policy (TicketsRefunded). A
   * cancellation that meets a payment under way waits for it and then decides.
   */
  readonly cancelBooking?: Maybe<CancelBookingPayload>;
  /**
   * Gives tickets of one booking back: the event's refund policy decides which share of what was paid returns
   * to the wallet, and the seats go back on sale. A ticket is refunded at most once. Causes TicketsRefunded.
   */
  readonly refundTickets?: Maybe<RefundTicketsPayload>;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationCreateBookingArgs = {
  input: CreateBookingInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationPayBookingArgs = {
  input: PayBookingInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationCancelBookingArgs = {
  input: CancelBookingInput;
};


/** What can be changed. What a rule refuses stands in `userErrors`; what cannot be understood or is not allowed is an error of the answer. */
export type MutationRefundTicketsArgs = {
  input: RefundTicketsInput;
};

/** What is told as it happens. A message carries its cursor in `extensions.cursor`; hand the last one in to miss nothing. */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * A booking, now and after every change of its status. The first message is its present state. For
   * everybody but its buyer and an administrator, and for an identifier that names no booking, there is one
   * message, null, and the subscription completes. With `since` the first message comes only when the booking
   * has changed after that cursor; several changes that were missed come as one message, the present state.
   */
  readonly bookingChanged?: Maybe<Booking>;
};


/** What is told as it happens. A message carries its cursor in `extensions.cursor`; hand the last one in to miss nothing. */
export type SubscriptionBookingChangedArgs = {
  bookingId: Scalars['ID']['input'];
  since?: InputMaybe<Scalars['String']['input']>;
};

/** A buyer's agreement with the seller, from the hold to the tickets. */
export type Booking = {
  readonly __typename?: 'Booking';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** Where it stands. */
  readonly status: BookingStatus;
  /** Why it ended without tickets, or why all its tickets were given back; null otherwise. */
  readonly cancellationReason?: Maybe<CancellationReason>;
  /** Until when its seats are held. Says nothing any more once the booking is no longer AWAITING_PAYMENT. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Sum of the prices, before the discount. */
  readonly subtotal: Money;
  /** What a promo code and loyalty points take off. */
  readonly discount: Money;
  /** What is to be paid, or was paid: subtotal less discount. */
  readonly total: Money;
  /** The places booked, with the prices of the moment of booking. */
  readonly items: ReadonlyArray<BookingItem>;
  /** Its tickets. Empty until the booking is confirmed. */
  readonly tickets: ReadonlyArray<Ticket>;
  /**
   * What would go back to the wallet if every valid ticket were given back now. It may be 0.00 (then `acceptNothing` is
   * needed); null when no ticket is valid, or the refund policy pays nothing any more.
   */
  readonly refundNow?: Maybe<Money>;
  /** What it is a booking for. */
  readonly event?: Maybe<Event>;
  /** The payment that confirmed it. Null before that, and for a booking that cost nothing. */
  readonly payment?: Maybe<Payment>;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** Where a booking stands. */
export type BookingStatus =
  /** Seats are held until `expiresAt`. Stays so while a payment is under way. */
  | 'AWAITING_PAYMENT'
  /** Paid; the tickets are issued. */
  | 'CONFIRMED'
  /** Nobody paid in time; the seats are back on sale. */
  | 'EXPIRED'
  /** It ended before it was paid; `cancellationReason` says why. */
  | 'CANCELLED'
  /** Some of its tickets were given back, others are live. */
  | 'PARTIALLY_REFUNDED'
  /** All of its tickets were given back. */
  | 'REFUNDED';

/** Why a booking ended. */
export type CancellationReason =
  /** The buyer, or an administrator for the buyer, cancelled it. */
  | 'BY_BUYER'
  /** The payment was declined as often as the server allows, or could not be completed. */
  | 'PAYMENT_DECLINED'
  /** The event was cancelled or taken off sale. */
  | 'EVENT_CANCELLED'
  /** The buyer was blocked. */
  | 'USER_BLOCKED'
  /** Nobody paid in time. */
  | 'EXPIRED';

/** One place of a booking: a seat, or one place in a standing section. */
export type BookingItem = {
  readonly __typename?: 'BookingItem';
  /** Price of the place at the moment of booking, before any discount. */
  readonly price: Money;
  /** The seat. Null for a standing place. */
  readonly seat?: Maybe<Seat>;
  /** The section that the place is in. */
  readonly section?: Maybe<Section>;
};

/** The right to enter, once, and to sit or stand in one place. */
export type Ticket = {
  readonly __typename?: 'Ticket';
  /** Identifier. */
  readonly id: Scalars['ID']['output'];
  /** What is shown at the door, as text to be drawn as a QR picture: signed with Ed25519, so that a made-up one is recognised. */
  readonly code: Scalars['String']['output'];
  /** Whether it lets anybody in. */
  readonly status: TicketStatus;
  /** Price of the place at the moment of booking, before any discount. */
  readonly price: Money;
  /** The seat. Null for a standing place. */
  readonly seat?: Maybe<Seat>;
  /** The section that the place is in. */
  readonly section?: Maybe<Section>;
  /** The event that it is for. */
  readonly event?: Maybe<Event>;
};

/** Whether a ticket lets anybody in. */
export type TicketStatus =
  /** It does. */
  | 'VALID'
  /** It does not: it is being given back, and its money is on the way. */
  | 'REFUNDING'
  /** It does not: it was given back. */
  | 'REFUNDED';

/** A page of bookings. */
export type BookingConnection = {
  readonly __typename?: 'BookingConnection';
  /** The bookings with their cursors. */
  readonly edges: ReadonlyArray<BookingEdge>;
  /** The bookings alone. */
  readonly nodes: ReadonlyArray<Booking>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
};

/** A booking in a page. */
export type BookingEdge = {
  readonly __typename?: 'BookingEdge';
  /** Cursor of this booking, for `after`. */
  readonly cursor: Scalars['String']['output'];
  /** The booking. */
  readonly node: Booking;
};

/**
 * Somebody with an account. Whoever is or was an organizer has a public profile: the nickname, for everybody who sees
 * what they organize. Everything else is for the user and administrators: FORBIDDEN for anybody else, UNAUTHENTICATED
 * for nobody.
 */
export type User = {
  readonly __typename?: 'User';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
  /** The user's bookings, newest first. Only for the user and an administrator: FORBIDDEN for others. */
  readonly bookings?: Maybe<BookingConnection>;
};


/**
 * Somebody with an account. Whoever is or was an organizer has a public profile: the nickname, for everybody who sees
 * what they organize. Everything else is for the user and administrators: FORBIDDEN for anybody else, UNAUTHENTICATED
 * for nobody.
 */
export type UserBookingsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A show at a time, in a hall. */
export type Event = {
  readonly __typename?: 'Event';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** A seat of a plan. Whether it is free depends on the event: see SeatMap. */
export type Seat = {
  readonly __typename?: 'Seat';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** A part of a hall: rows of seats, or standing room. */
export type Section = {
  readonly __typename?: 'Section';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** One attempt to pay a booking from a wallet. Only the payer and an ADMIN see it. */
export type Payment = {
  readonly __typename?: 'Payment';
  /** Identifier, a UUID. */
  readonly id: Scalars['ID']['output'];
};

/** What to book: seats, standing places, or both, of one event. */
export type CreateBookingInput = {
  /** The event. */
  readonly eventId: Scalars['ID']['input'];
  /** The seats, each once. Together with the standing places at least one place, at most 100, and no more than the event lets one buyer hold. */
  readonly seatIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** How many places in which standing sections, each section once. */
  readonly standing?: InputMaybe<ReadonlyArray<StandingPlacesInput>>;
  /** A promo code to take something off the price; an empty one is none. */
  readonly promoCode?: InputMaybe<Scalars['String']['input']>;
  /** How many loyalty points to spend: 100 points pay 1.00, up to half of the booking, and no more than the promo code leaves of it. */
  readonly spendPoints?: InputMaybe<Scalars['Int']['input']>;
  /** Whether to pay from the wallet at once. False unless said. */
  readonly payNow?: InputMaybe<Scalars['Boolean']['input']>;
  /** A text of 1 to 200 characters that names this request: asked again with the same, nothing is booked twice. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** How many places in a standing section. */
export type StandingPlacesInput = {
  /** The standing section. */
  readonly sectionId: Scalars['ID']['input'];
  /** How many places, 1 to 100. */
  readonly quantity: Scalars['Int']['input'];
};

/** What became of a request to book. */
export type CreateBookingPayload = {
  readonly __typename?: 'CreateBookingPayload';
  /** The booking, in its present state. Also with PAYMENT_DECLINED, BOOKING_EXPIRED and TRY_AGAIN when it stands; null when none came about. */
  readonly booking?: Maybe<Booking>;
  /** Why not. Empty when all is well. */
  readonly userErrors: ReadonlyArray<CreateBookingError>;
};

/** Why a booking did not come about, or was not paid. */
export type CreateBookingError = UserError & {
  readonly __typename?: 'CreateBookingError';
  /**
   * The reason, for programs:
   * - `INVALID_INPUT`: The input does not make sense; `field` says where.
   * - `EVENT_NOT_FOUND`: There is no such event.
   * - `EVENT_NOT_ON_SALE`: The event is not on sale.
   * - `SEAT_NOT_FOUND`: A seat is not one of this event.
   * - `SECTION_NOT_FOUND`: A section is not a standing section of this event.
   * - `SEATS_TAKEN`: A seat is held, sold or blocked; the message names which.
   * - `STANDING_SOLD_OUT`: A standing section has too few places left.
   * - `TOO_MANY_SEATS`: More places than one buyer may hold for this event.
   * - `EMAIL_NOT_CONFIRMED`: More than two places, in all events together, where the server wants a confirmed
   *   mail address for that. Confirm it, then book with a new key.
   * - `HOLD_ENDED`: The hold of this very request has ended before the booking stood. Book again with a new key.
   * - `PROMO_CODE_NOT_FOUND`: There is no such promo code.
   * - `PROMO_CODE_DEACTIVATED`: The promo code has been taken out of use.
   * - `PROMO_CODE_NOT_YET_VALID`: The time in which the promo code is valid has not begun.
   * - `PROMO_CODE_EXPIRED`: The time in which the promo code is valid is over.
   * - `PROMO_CODE_NOT_FOR_EVENT`: The promo code is not for this event.
   * - `PROMO_CODE_NOT_FOR_PLACES`: The promo code is for other price zones than those of the places.
   * - `PROMO_CODE_TOTAL_TOO_LOW`: The places cost less than the promo code asks for.
   * - `PROMO_CODE_LEVEL_TOO_LOW`: The promo code takes a higher loyalty level.
   * - `PROMO_CODE_FIRST_BOOKING_ONLY`: The promo code is for a buyer's first booking only.
   * - `PROMO_CODE_USED_UP`: The promo code has been used as often as it may be.
   * - `PROMO_CODE_ALREADY_USED`: The buyer has used the promo code as often as one user may.
   * - `PROMO_CODE_BUDGET_SPENT`: What the promo code may take off in all is spent, or what is left of it is less than it
   *   would take off.
   * - `INSUFFICIENT_POINTS`: The loyalty account has fewer points than were to be spent.
   * - `TOO_MANY_POINTS`: More points than half of the booking's price, or than the promo code leaves of it.
   * - `LOYALTY_ACCOUNT_UNAVAILABLE`: The loyalty account is frozen, or is not there yet.
   * - `BUYER_BLOCKED`: The buyer is blocked. Nothing was booked and no money was taken. Once let in again,
   *   book with a new key.
   * - `PAYMENT_DECLINED`: With `payNow`: the wallet did not pay. The booking stands until `expiresAt` unless
   *   it says otherwise.
   * - `BOOKING_EXPIRED`: With `payNow`: the hold ran out before the payment landed; no money was taken.
   * - `IDEMPOTENCY_KEY_REUSED`: This key came before with another input.
   * - `TRY_AGAIN`: The server is busy, or a part of it does not answer. Ask again with the same key.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Which booking to pay for. */
export type PayBookingInput = {
  /** The booking. */
  readonly bookingId: Scalars['ID']['input'];
  /** A text of 1 to 200 characters that names this payment: asked again with the same, nothing is paid twice. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** What became of a payment. */
export type PayBookingPayload = {
  readonly __typename?: 'PayBookingPayload';
  /** The booking, in its present state. Null when there is none that is the caller's. */
  readonly booking?: Maybe<Booking>;
  /** Why not. Empty when all is well. */
  readonly userErrors: ReadonlyArray<PayBookingError>;
};

/** Why a booking was not paid. */
export type PayBookingError = UserError & {
  readonly __typename?: 'PayBookingError';
  /**
   * The reason, for programs:
   * - `INVALID_INPUT`: The input does not make sense; `field` says where.
   * - `BOOKING_NOT_FOUND`: The caller has no such booking.
   * - `ALREADY_PAID`: The booking is paid already; no more money was taken.
   * - `BOOKING_ENDED`: The booking was cancelled or refunded; book again.
   * - `BOOKING_EXPIRED`: The hold ran out before the payment landed; no money was taken.
   * - `EVENT_NOT_ON_SALE`: The event went off sale before the payment landed; no money was taken, and the
   *   booking is cancelled.
   * - `PAYMENT_DECLINED`: The wallet did not pay; the message says why.
   * - `IDEMPOTENCY_KEY_REUSED`: This key came before with another input.
   * - `TRY_AGAIN`: The server is busy, or a part of it does not answer. Ask again with the same key.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Which booking to cancel. */
export type CancelBookingInput = {
  /** The booking. */
  readonly bookingId: Scalars['ID']['input'];
  /** A text of 1 to 200 characters that names this cancellation. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Give the tickets back even where what goes back for one of them rounds to 0.00. */
  readonly acceptNothing?: Scalars['Boolean']['input'];
};

/** What became of a cancellation. */
export type CancelBookingPayload = {
  readonly __typename?: 'CancelBookingPayload';
  /** The booking, in its present state. Null when there is none that is the caller's. */
  readonly booking?: Maybe<Booking>;
  /** Why not. Empty when all is well. */
  readonly userErrors: ReadonlyArray<CancelBookingError>;
};

/** Why a booking was not cancelled. */
export type CancelBookingError = UserError & {
  readonly __typename?: 'CancelBookingError';
  /**
   * The reason, for programs:
   * - `INVALID_INPUT`: The input does not make sense; `field` says where.
   * - `BOOKING_NOT_FOUND`: The caller has no such booking.
   * - `BOOKING_ENDED`: The booking has ended already: expired, cancelled or refunded.
   * - `REFUND_NOT_ALLOWED`: The event's refund policy pays nothing back at this time.
   * - `NOTHING_TO_REFUND`: What the refund policy gives back for a ticket that was paid for rounds to 0.00;
   *   the tickets stay valid. Ask again with a new key and `acceptNothing` to give them back all the same.
   * - `REFUND_DECLINED`: The payment could not be given back; the tickets stay valid.
   * - `IDEMPOTENCY_KEY_REUSED`: This key came before with another input.
   * - `TRY_AGAIN`: The server is busy, or a part of it does not answer. Ask again with the same key.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** Which tickets to give back. */
export type RefundTicketsInput = {
  /** The booking that the tickets are of. */
  readonly bookingId: Scalars['ID']['input'];
  /** The tickets, each once, 1 to 100. */
  readonly ticketIds: ReadonlyArray<Scalars['ID']['input']>;
  /** A text of 1 to 200 characters that names this refund: asked again with the same, nothing is refunded twice. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Give the tickets back even where what goes back for one of them rounds to 0.00. */
  readonly acceptNothing?: Scalars['Boolean']['input'];
};

/** What became of a refund. */
export type RefundTicketsPayload = {
  readonly __typename?: 'RefundTicketsPayload';
  /** The booking, in its present state. Null when there is none that is the caller's. */
  readonly booking?: Maybe<Booking>;
  /** What goes back to the wallet; null when nothing is refunded. */
  readonly refunded?: Maybe<Money>;
  /** Why not. Empty when all is well. */
  readonly userErrors: ReadonlyArray<RefundTicketsError>;
};

/** Why tickets were not refunded. */
export type RefundTicketsError = UserError & {
  readonly __typename?: 'RefundTicketsError';
  /**
   * The reason, for programs:
   * - `INVALID_INPUT`: The input does not make sense; `field` says where.
   * - `BOOKING_NOT_FOUND`: The caller has no such booking.
   * - `TICKET_NOT_FOUND`: The booking has no such ticket.
   * - `TICKET_ALREADY_REFUNDED`: A ticket was given back already, or is being given back.
   * - `REFUND_NOT_ALLOWED`: The event's refund policy pays nothing back at this time.
   * - `NOTHING_TO_REFUND`: What the refund policy gives back for a ticket that was paid for rounds to 0.00;
   *   the tickets stay valid. Ask again with a new key and `acceptNothing` to give them back all the same.
   * - `REFUND_DECLINED`: The payment could not be given back; the tickets stay valid.
   * - `IDEMPOTENCY_KEY_REUSED`: This key came before with another input.
   * - `TRY_AGAIN`: The server is busy, or a part of it does not answer. Ask again with the same key.
   */
  readonly code: UserErrorCode;
  /** In words: what was expected, what came, what to do. */
  readonly message: Scalars['String']['output'];
  /** Path of the input at fault, or null. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Booking: Booking;
  Ticket: Ticket;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Booking:
    ( { __typename: 'Booking' }
    & GraphQLRecursivePick<FederationTypes['Booking'], {"id":true}> );
  Ticket:
    ( { __typename: 'Ticket' }
    & GraphQLRecursivePick<FederationTypes['Ticket'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( CreateBookingError )
    | ( PayBookingError )
    | ( CancelBookingError )
    | ( RefundTicketsError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  CurrencyCode: CurrencyCode;
  Money: ResolverTypeWrapper<Money>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: UserErrorCode;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Booking: ResolverTypeWrapper<BookingMapper>;
  BookingStatus: BookingStatus;
  CancellationReason: CancellationReason;
  BookingItem: ResolverTypeWrapper<BookingItemMapper>;
  Ticket: ResolverTypeWrapper<TicketMapper>;
  TicketStatus: TicketStatus;
  BookingConnection: ResolverTypeWrapper<Omit<BookingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['BookingEdge']>, nodes: ReadonlyArray<ResolversTypes['Booking']> }>;
  BookingEdge: ResolverTypeWrapper<Omit<BookingEdge, 'node'> & { node: ResolversTypes['Booking'] }>;
  User: ResolverTypeWrapper<UserMapper>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Event: ResolverTypeWrapper<Event>;
  Seat: ResolverTypeWrapper<Seat>;
  Section: ResolverTypeWrapper<Section>;
  Payment: ResolverTypeWrapper<Payment>;
  CreateBookingInput: CreateBookingInput;
  StandingPlacesInput: StandingPlacesInput;
  CreateBookingPayload: ResolverTypeWrapper<Omit<CreateBookingPayload, 'booking'> & { booking?: Maybe<ResolversTypes['Booking']> }>;
  CreateBookingError: ResolverTypeWrapper<CreateBookingError>;
  PayBookingInput: PayBookingInput;
  PayBookingPayload: ResolverTypeWrapper<Omit<PayBookingPayload, 'booking'> & { booking?: Maybe<ResolversTypes['Booking']> }>;
  PayBookingError: ResolverTypeWrapper<PayBookingError>;
  CancelBookingInput: CancelBookingInput;
  CancelBookingPayload: ResolverTypeWrapper<Omit<CancelBookingPayload, 'booking'> & { booking?: Maybe<ResolversTypes['Booking']> }>;
  CancelBookingError: ResolverTypeWrapper<CancelBookingError>;
  RefundTicketsInput: RefundTicketsInput;
  RefundTicketsPayload: ResolverTypeWrapper<Omit<RefundTicketsPayload, 'booking'> & { booking?: Maybe<ResolversTypes['Booking']> }>;
  RefundTicketsError: ResolverTypeWrapper<RefundTicketsError>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Money: Money;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  Booking: BookingMapper;
  BookingItem: BookingItemMapper;
  Ticket: TicketMapper;
  BookingConnection: Omit<BookingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['BookingEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Booking']> };
  BookingEdge: Omit<BookingEdge, 'node'> & { node: ResolversParentTypes['Booking'] };
  User: UserMapper;
  Int: Scalars['Int']['output'];
  Event: Event;
  Seat: Seat;
  Section: Section;
  Payment: Payment;
  CreateBookingInput: CreateBookingInput;
  StandingPlacesInput: StandingPlacesInput;
  CreateBookingPayload: Omit<CreateBookingPayload, 'booking'> & { booking?: Maybe<ResolversParentTypes['Booking']> };
  CreateBookingError: CreateBookingError;
  PayBookingInput: PayBookingInput;
  PayBookingPayload: Omit<PayBookingPayload, 'booking'> & { booking?: Maybe<ResolversParentTypes['Booking']> };
  PayBookingError: PayBookingError;
  CancelBookingInput: CancelBookingInput;
  CancelBookingPayload: Omit<CancelBookingPayload, 'booking'> & { booking?: Maybe<ResolversParentTypes['Booking']> };
  CancelBookingError: CancelBookingError;
  RefundTicketsInput: RefundTicketsInput;
  RefundTicketsPayload: Omit<RefundTicketsPayload, 'booking'> & { booking?: Maybe<ResolversParentTypes['Booking']> };
  RefundTicketsError: RefundTicketsError;
  String: Scalars['String']['output'];
};

export type AllowDirectiveArgs = {
  role: Scalars['String']['input'];
};

export type AllowDirectiveResolver<Result, Parent, ContextType = Context, Args = AllowDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ResumableDirectiveArgs = {
  argument: Scalars['String']['input'];
};

export type ResumableDirectiveResolver<Result, Parent, ContextType = Context, Args = ResumableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'CreateBookingError' | 'PayBookingError' | 'CancelBookingError' | 'RefundTicketsError', ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  booking?: Resolver<Maybe<ResolversTypes['Booking']>, ParentType, ContextType, RequireFields<QueryBookingArgs, 'id'>>;
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType, RequireFields<QueryTicketArgs, 'id'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createBooking?: Resolver<Maybe<ResolversTypes['CreateBookingPayload']>, ParentType, ContextType, RequireFields<MutationCreateBookingArgs, 'input'>>;
  payBooking?: Resolver<Maybe<ResolversTypes['PayBookingPayload']>, ParentType, ContextType, RequireFields<MutationPayBookingArgs, 'input'>>;
  cancelBooking?: Resolver<Maybe<ResolversTypes['CancelBookingPayload']>, ParentType, ContextType, RequireFields<MutationCancelBookingArgs, 'input'>>;
  refundTickets?: Resolver<Maybe<ResolversTypes['RefundTicketsPayload']>, ParentType, ContextType, RequireFields<MutationRefundTicketsArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  bookingChanged?: SubscriptionResolver<Maybe<ResolversTypes['Booking']>, "bookingChanged", ParentType, ContextType, RequireFields<SubscriptionBookingChangedArgs, 'bookingId'>>;
};

export type BookingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Booking'] = ResolversParentTypes['Booking'], FederationReferenceType extends FederationReferenceTypes['Booking'] = FederationReferenceTypes['Booking']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Booking']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['BookingStatus'], ParentType, ContextType>;
  cancellationReason?: Resolver<Maybe<ResolversTypes['CancellationReason']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['BookingItem']>, ParentType, ContextType>;
  tickets?: Resolver<ReadonlyArray<ResolversTypes['Ticket']>, ParentType, ContextType>;
  refundNow?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BookingItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookingItem'] = ResolversParentTypes['BookingItem']> = {
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  seat?: Resolver<Maybe<ResolversTypes['Seat']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
};

export type TicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Ticket'] = ResolversParentTypes['Ticket'], FederationReferenceType extends FederationReferenceTypes['Ticket'] = FederationReferenceTypes['Ticket']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Ticket']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TicketStatus'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  seat?: Resolver<Maybe<ResolversTypes['Seat']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
};

export type BookingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookingConnection'] = ResolversParentTypes['BookingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BookingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Booking']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BookingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookingEdge'] = ResolversParentTypes['BookingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Booking'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  bookings?: Resolver<Maybe<ResolversTypes['BookingConnection']>, ParentType, ContextType, Partial<UserBookingsArgs>>;
};

export type EventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SeatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Seat'] = ResolversParentTypes['Seat']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Section'] = ResolversParentTypes['Section']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateBookingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateBookingPayload'] = ResolversParentTypes['CreateBookingPayload']> = {
  booking?: Resolver<Maybe<ResolversTypes['Booking']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CreateBookingError']>, ParentType, ContextType>;
};

export type CreateBookingErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateBookingError'] = ResolversParentTypes['CreateBookingError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PayBookingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayBookingPayload'] = ResolversParentTypes['PayBookingPayload']> = {
  booking?: Resolver<Maybe<ResolversTypes['Booking']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['PayBookingError']>, ParentType, ContextType>;
};

export type PayBookingErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayBookingError'] = ResolversParentTypes['PayBookingError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelBookingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelBookingPayload'] = ResolversParentTypes['CancelBookingPayload']> = {
  booking?: Resolver<Maybe<ResolversTypes['Booking']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CancelBookingError']>, ParentType, ContextType>;
};

export type CancelBookingErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelBookingError'] = ResolversParentTypes['CancelBookingError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefundTicketsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundTicketsPayload'] = ResolversParentTypes['RefundTicketsPayload']> = {
  booking?: Resolver<Maybe<ResolversTypes['Booking']>, ParentType, ContextType>;
  refunded?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RefundTicketsError']>, ParentType, ContextType>;
};

export type RefundTicketsErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundTicketsError'] = ResolversParentTypes['RefundTicketsError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Booking?: BookingResolvers<ContextType>;
  BookingItem?: BookingItemResolvers<ContextType>;
  Ticket?: TicketResolvers<ContextType>;
  BookingConnection?: BookingConnectionResolvers<ContextType>;
  BookingEdge?: BookingEdgeResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  Seat?: SeatResolvers<ContextType>;
  Section?: SectionResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  CreateBookingPayload?: CreateBookingPayloadResolvers<ContextType>;
  CreateBookingError?: CreateBookingErrorResolvers<ContextType>;
  PayBookingPayload?: PayBookingPayloadResolvers<ContextType>;
  PayBookingError?: PayBookingErrorResolvers<ContextType>;
  CancelBookingPayload?: CancelBookingPayloadResolvers<ContextType>;
  CancelBookingError?: CancelBookingErrorResolvers<ContextType>;
  RefundTicketsPayload?: RefundTicketsPayloadResolvers<ContextType>;
  RefundTicketsError?: RefundTicketsErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  allow?: AllowDirectiveResolver<any, any, ContextType>;
  resumable?: ResumableDirectiveResolver<any, any, ContextType>;
};

/** The resolvers that the schema needs: see Complete. */
export type CompleteResolvers<ContextType = Context> = import('@parterre/platform/graphql/complete-resolvers.ts').Complete<
  Resolvers<ContextType>,
  ResolversParentTypes
>;
