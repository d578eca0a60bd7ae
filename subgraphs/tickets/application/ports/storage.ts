import type {
  BookingId,
  EventId,
  HallId,
  PaymentId,
  TicketId,
  UserId,
} from '@parterre/contracts/kernel/ids.ts';
import type { DecimalMoney } from '@parterre/contracts/kernel/money.ts';
import type { Id } from '@parterre/platform/kernel/ids.ts';
import type { Positioned } from '@parterre/platform/kernel/log-cursor.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { SagaRow } from '@parterre/platform/saga/saga.ts';
import type { BookedPlace, Booking, BookingStatus, CancellationReason } from '../../domain/booking.ts';
import type { Show } from '../../domain/check-in.ts';
import type { KeyedOperation, PendingResponse, StoredRejection } from '../../domain/pending-response.ts';
import type { Refund } from '../../domain/refund.ts';
import type { EventNow } from '../../domain/refund-policy.ts';
import type { Ticket } from '../../domain/ticket.ts';

/** The bookings with their places and tickets, for those who change them. */
export interface Bookings {
  find(id: BookingId): Promise<Booking | null>;
  /** The booking with its row locked until the transaction ends: whoever decides about a booking comes through here. */
  lock(tx: Transaction, id: BookingId): Promise<Booking | null>;
  /** Writes a new booking. Its places are all of its places for good. */
  add(tx: Transaction, booking: Booking, places: readonly BookedPlace[]): Promise<void>;
  placesOf(tx: Transaction, id: BookingId): Promise<BookedPlace[]>;
  ticketsOf(tx: Transaction, id: BookingId): Promise<Ticket[]>;
  confirm(
    tx: Transaction,
    id: BookingId,
    paymentId: PaymentId | null,
    tickets: readonly Ticket[],
  ): Promise<void>;
  /** Writes down that a ticket has let somebody in. Throws when it is not valid any more, or was used before. */
  checkIn(tx: Transaction, ticketId: TicketId, checkedIn: NonNullable<Ticket['checkedIn']>): Promise<void>;
  /** Valid tickets of an event that let somebody in before that moment have let nobody in. */
  forgetEntries(tx: Transaction, eventId: EventId, before: Date): Promise<void>;
  changeStatus(
    tx: Transaction,
    id: BookingId,
    status: BookingStatus,
    reason: CancellationReason | null,
  ): Promise<void>;
  /** The user's bookings that nobody has paid yet. */
  awaitingPaymentOf(tx: Transaction, userId: UserId): Promise<BookingId[]>;
}

export type RefundReason = Extract<CancellationReason, 'BY_BUYER' | 'EVENT_CANCELLED'>;

/** Refunds and the tickets in them. A ticket is in at most one refund: the database sees to it. */
export interface Refunds {
  /**
   * Writes a refund that has begun; its tickets are REFUNDING from then on. Does nothing when its id is known.
   *
   * @param reason why the whole booking is given back; null where tickets of it are
   */
  begin(
    tx: Transaction,
    bookingId: BookingId,
    refund: Refund,
    reason: RefundReason | null,
  ): Promise<'begun' | 'known'>;
  read(tx: Transaction, id: Refund['id']): Promise<Omit<Refund, 'percent'>>;
  /**
   * The money and the seats are back: its tickets are REFUNDED. Answers why the booking was given back as a whole, where
   * this or an earlier refund was that; of two reasons the event's.
   */
  finish(tx: Transaction, id: Refund['id']): Promise<{ readonly reason: RefundReason | null }>;
  /** The money could not be given back: its tickets are VALID again and may be refunded another time. */
  decline(tx: Transaction, id: Refund['id']): Promise<void>;
}

/** A page of one user's bookings, newest first: at most `limit`, older than `after`. */
export interface BookingPage {
  /** Only those that have one of these statuses, each named once; null for all. */
  readonly statuses: readonly BookingStatus[] | null;
  readonly limit: number;
  readonly after: { readonly time: Date; readonly id: BookingId } | null;
}

/** A ticket, and whose booking it is a part of. */
export interface OwnedTicket {
  readonly ticket: Ticket;
  readonly userId: UserId;
}

/**
 * What is seen of bookings: for many at once, one statement each, answers in the order of the questions.
 * Knows nothing of who may see what.
 */
export interface BookingReads {
  bookings(ids: readonly BookingId[]): Promise<(Booking | null)[]>;
  tickets(ids: readonly TicketId[]): Promise<(OwnedTicket | null)[]>;
  placesOf(ids: readonly BookingId[]): Promise<BookedPlace[][]>;
  ticketsOf(ids: readonly BookingId[]): Promise<Ticket[][]>;
  eventsNow(ids: readonly EventId[]): Promise<EventNow[]>;
  /** Those of the events that were moved into another hall, ever: tickets may name places of a hall that they are not in. */
  movedIntoOtherHalls(eventIds: readonly EventId[]): Promise<EventId[]>;
  /** The same page for each user. */
  pagesOf(userIds: readonly UserId[], page: BookingPage): Promise<Booking[][]>;
}

/** What a mutation came to, as it is kept under its key. The booking is read again in its present state. */
export interface Outcome {
  readonly bookingId: BookingId | null;
  readonly rejection: StoredRejection | null;
  readonly refunded: DecimalMoney | null;
}

/** A mutation with its key and the whole input that the key stands for. */
export interface KeyedRequest extends PendingResponse {
  readonly input: object;
}

export type Known =
  | { readonly kind: 'done'; readonly outcome: Outcome }
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'reused' };

/** Which requests came before, and what they came to. */
export interface IdempotencyKeys {
  recall(request: KeyedRequest): Promise<Known | { readonly kind: 'absent' }>;
  /** Takes the key in this transaction: of several at once one gets 'new', the others wait for its commit. */
  claim(tx: Transaction, request: KeyedRequest): Promise<Known | { readonly kind: 'new' }>;
  complete(tx: Transaction, pending: PendingResponse, outcome: Outcome): Promise<void>;
  /**
   * Takes the key and writes down a refusal of which nothing else is kept, in one statement that does not wait for the disk;
   * what a crash takes of it is decided anew when it is asked again. False when the key is taken.
   */
  refuseAtOnce(request: KeyedRequest, outcome: Outcome): Promise<boolean>;
  /** The keys of the user's requests of this kind that have no outcome yet. */
  inProgress(tx: Transaction, userId: UserId, operation: KeyedOperation): Promise<string[]>;
}

/**
 * Who is blocked, as far as this subgraph has heard. A transaction that begins a booking and one that blocks its
 * buyer never run beside one another: whichever comes second sees all that the first one wrote.
 */
export interface BlockedUsers {
  /**
   * Whether the user is blocked, and stays what it is until the transaction ends. Waits for a transaction
   * that blocks this very user, and for nothing else: bookings of one buyer go on side by side.
   */
  includes(tx: Transaction, userId: UserId): Promise<boolean>;
  /** Blocks the user from here on. Returns when every booking that was just beginning is there to be seen. */
  add(tx: Transaction, userId: UserId): Promise<void>;
  /** Lets the user in again, once this transaction has committed. */
  remove(tx: Transaction, userId: UserId): Promise<void>;
}

/** Where an event takes place, as the facts about it say. */
export interface Hall {
  readonly hallId: HallId;
  readonly hallName: string;
  readonly venueName: string;
  /** IANA zone. */
  readonly timeZone: string;
}

/** A booking whose event takes place at another time or in another hall than its buyer was last told. */
export interface MovedBooking {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly eventId: EventId;
  readonly eventTitle: string;
  /** The one that its buyer was told last; null where it is the same. */
  readonly previousTitle: string | null;
  readonly previousStartsAt: Date;
  readonly startsAt: Date;
  /** Null: not known. */
  readonly hall: Hall | null;
  /** Null: the buyer knows the hall. */
  readonly previousHall: Hall | null;
  /** Whether time and hall are those that were booked, which gives no right to more than the refund policy does. */
  readonly isAsBooked: boolean;
  /** Null: until it begins, where it is not as booked. */
  readonly refundUntil: Date | null;
  readonly reason: string | null;
}

/** When an event begins and where, as its subgraph said at a moment. */
export interface EventDate {
  readonly eventId: EventId;
  readonly startsAt: Date;
  readonly hall: Hall;
  readonly asOf: Date;
  /** Where it was moved there: until when buyers get everything back, and why; where from, unless the hall was the same. */
  readonly move?: { readonly refundUntil: Date; readonly reason: string; readonly previousHall: Hall | null };
}

/** When events begin and where, as this subgraph has heard. A booking remembers what its buyer agreed to beside that. */
export interface EventDates {
  /** Remembers when an event begins that has just gone on sale: nobody can have booked it otherwise. */
  begin(tx: Transaction, date: Omit<EventDate, 'move'>): Promise<void>;
  /**
   * Remembers when an event begins and where, as of a moment: the newest counts, whichever comes last. Answers what was known
   * until then; null where nothing was, or something newer is.
   */
  set(tx: Transaction, date: EventDate): Promise<Show | null>;
  eventNow(tx: Transaction, eventId: EventId): Promise<EventNow>;
  /** Has events looked at again of which a booking of since then knows another start or hall; answers how many. */
  lookAgain(tx: Transaction, bookedSince: Date): Promise<number>;
  /** At most `limit` bookings that are alive and whose buyers know another start or hall; from then on they know these. */
  takeMoved(tx: Transaction, limit: number): Promise<MovedBooking[]>;
}

/** What an event is called and what is said of it, as its subgraph said at a moment. */
export interface EventText {
  readonly eventId: EventId;
  readonly title: string;
  /** Null where nothing is said; undefined where the fact is from before there were descriptions. */
  readonly description: string | null | undefined;
  readonly endsAt: Date;
  readonly asOf: Date;
}

/** A booking with live tickets whose event has another title or description than its buyer was told last. */
export interface ChangedBooking {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly eventId: EventId;
  readonly eventTitle: string;
  readonly startsAt: Date;
  /** The one that its buyer was told last; null where it is the same. */
  readonly previousTitle: string | null;
  readonly isRedescribed: boolean;
  readonly description: string | null;
}

/** What events are called, as this subgraph has heard, and which of it the buyers know. */
export interface EventTexts {
  /**
   * Remembers the texts of an event, as of a moment: the newest count, whichever come last. Where they differ from those
   * before, its bookings are looked for until `tellUntil`, and longer while there are some to be told.
   */
  set(tx: Transaction, text: EventText, tellUntil: Date | null): Promise<void>;
  /**
   * At most `limit` bookings with live tickets whose buyers know other texts than those that their event has had since
   * `quietSince` or longer; from then on they know these.
   */
  takeChanged(
    tx: Transaction,
    wanted: { readonly now: Date; readonly quietSince: Date; readonly limit: number },
  ): Promise<ChangedBooking[]>;
}

/**
 * The sagas of one kind, by id. Whatever is written here is carried on by the driver's job, in this process
 * or another, should nobody run it to its end.
 */
export interface Sagas<State> {
  exists(id: Id<string>): Promise<boolean>;
  /** Begins a saga that the caller is about to `run`; does nothing when there is one with this id already. */
  begin(tx: Transaction, id: Id<string>, state: State): Promise<'begun' | 'known'>;
  /** The saga's state with its row locked until the transaction ends; null when there is none. */
  lock(tx: Transaction, id: Id<string>): Promise<State | null>;
  /** Changes a saga that is locked in this transaction; the caller is about to `run` it. */
  change(tx: Transaction, id: Id<string>, state: State): Promise<void>;
  /** Changes a saga that is locked in this transaction and hands it to the driver's job, which runs it at once. */
  hand(tx: Transaction, id: Id<string>, state: State): Promise<void>;
  /**
   * Runs a saga until it rests, ends, or is broken off by an outage; then the driver's job carries it on. Whoever has just
   * written its row hands it over, so that it need not be read.
   */
  run(id: Id<string>, begun?: SagaRow): Promise<SagaRun>;
}

/** `broken-off`: a step got no answer and is asked again later, or a person has to look. */
export type SagaRun = 'rests' | 'broken-off';

/** Told of the steps that are taken before a saga has a row, as the driver tells of the others. */
export interface StepsObserved {
  reached(point: {
    readonly saga: string;
    readonly sagaId: string;
    readonly step: string;
    readonly moment: 'before' | 'after';
  }): void | Promise<void>;
}

/** Tells when something has happened to a booking, or to those of a cancelled event, in whatever process it happened. */
export interface BookingChanges {
  /**
   * What `read` answers, now and after every change; changes that come together are one message. It ends
   * after a value for which `isLast` is true. With `since`, the cursor of a message seen before, the first
   * message comes only when something has changed after it, or says that it starts anew.
   */
  follow<Value>(
    id: BookingId | EventId,
    since: string | null,
    read: () => Promise<Value>,
    isLast: (value: Value) => boolean,
  ): AsyncIterableIterator<Positioned<Value>, undefined>;
}
