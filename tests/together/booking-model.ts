import { type Discount, type Earning, LoyaltyModel, type PlaceOff, shareOf, sum } from './loyalty-model.ts';
import {
  type Answer,
  BUYERS,
  type Command,
  FIRST_MONEY,
  HOUR_MS,
  MOST_HELD,
  ROWS,
  SEATS_A_ROW,
  type ShownBooking,
  shows,
  TOP_UP,
} from './model-world.ts';

// Parterre in memory, by the rules of its documents: seats, wallets, bookings, points and promo codes of a small world.
// It is what the server is compared with, and shares no code with it. Money is minor units.
//
// Left out, so that it stays small: standing places and ticket types, tickets that let somebody in, free bookings, what
// happens at the same moment (other tests do), and levels by age, for all that is earned here is younger than 365 days.

/** The declined payment with this number ends a booking. */
const MOST_ATTEMPTS = 3;

interface ModelTicket {
  readonly seat: number;
  readonly paid: number;
  readonly off: PlaceOff;
  isRefunded: boolean;
}
export interface ModelBooking {
  readonly number: number;
  readonly buyer: number;
  readonly event: ModelEvent;
  readonly seats: readonly number[];
  /** The start that the buyer agreed to. */
  readonly startsAt: number;
  readonly discount: Discount | null;
  readonly total: number;
  status: string;
  reason: string | null;
  /** Its hold is over, though nobody may have told it. */
  isLapsed: boolean;
  attempts: number;
  tickets: ModelTicket[];
  earning: Earning | null;
}
export interface ModelEvent {
  readonly number: number;
  readonly show: number;
  startsAt: number;
  /** Until when who booked another start gets everything back. */
  freeUntil: number;
  isCancelled: boolean;
  /** Whose a seat is, by its number in the plan. */
  readonly seats: ({ readonly booking: ModelBooking; isSold: boolean } | null)[];
}

const ok: Answer = { codes: [] };
const no = (code: string): Answer => ({ codes: [code] });

export class BookingModel {
  readonly #firstStart: number;
  readonly loyalty = new LoyaltyModel(BUYERS);
  readonly wallets: number[] = Array.from({ length: BUYERS }, () => FIRST_MONEY);
  readonly blocked = new Set<number>();
  readonly bookings: ModelBooking[] = [];
  readonly events: ModelEvent[] = [];
  /** The event that is on sale for each of the shows. */
  readonly current: ModelEvent[] = [];

  /** @param firstStart when every event starts, unless it is moved; milliseconds */
  constructor(firstStart: number) {
    this.#firstStart = firstStart;
    for (const show of shows.keys()) this.#open(show);
  }

  /**
   * What the command changes, and how it is to be answered.
   *
   * @param chosen the seats that the server chose, where it was to choose: the model only judges them
   */
  run(command: Command, chosen: readonly number[]): Answer {
    switch (command.kind) {
      case 'buy':
        return this.#buy(command, chosen);
      case 'pay':
        return this.#pay(this.#booking(command.booking), command.isStranger);
      case 'lapse':
        return this.#lapse(this.#booking(command.booking));
      case 'passTime':
        for (const booking of this.#unpaid()) this.#end(booking, 'EXPIRED', 'EXPIRED');
        return ok;
      case 'cancelBooking':
        return this.#cancelBooking(this.#booking(command.booking), command);
      case 'refund':
        return this.#refundTickets(this.#booking(command.booking), command);
      case 'reschedule':
        return this.#reschedule(this.event(command.show), command);
      case 'cancelEvent':
        return this.#cancelEvent(this.event(command.show));
      case 'block':
        return this.#block(command.buyer);
      case 'unblock':
        this.blocked.delete(command.buyer);
        return ok;
      case 'topUp':
        if (this.blocked.has(command.buyer)) return no('WALLET_FROZEN');
        this.#addMoney(command.buyer, TOP_UP);
        return ok;
    }
  }

  event(show: number): ModelEvent {
    const event = this.current[show];
    if (!event) throw new Error(`expected a show of the model, got ${show}`);
    return event;
  }

  #buy(
    { buyer, show, seats, code, points, payNow }: Command & { kind: 'buy' },
    chosen: readonly number[],
  ): Answer {
    const event = this.event(show);
    const count = Array.isArray(seats) ? seats.length : (seats as { best: number }).best;
    const taken = this.#refuseSeats(event, buyer, seats, count);
    if (taken) return { ...no(taken), booking: null };
    if (this.blocked.has(buyer)) return { ...no('BUYER_BLOCKED'), booking: null };
    const prices = Array.from({ length: count }, () => shows[show]?.price ?? 0);
    const wantsDiscount = code !== null || points > 0;
    const discount = wantsDiscount ? this.loyalty.reserve(buyer, prices, { code, points }) : null;
    if (typeof discount === 'string') return { ...no(discount), booking: null };
    const own = Array.isArray(seats) ? [...seats].sort((a, b) => a - b) : judge(event, chosen, count);
    const off = sum(discount?.places.map((place) => place.promo + place.points) ?? []);
    const booking: ModelBooking = {
      number: this.bookings.length,
      ...{ buyer, event, seats: own, startsAt: event.startsAt, discount, total: sum(prices) - off },
      ...{
        status: 'AWAITING_PAYMENT',
        reason: null,
        isLapsed: false,
        attempts: 0,
        tickets: [],
        earning: null,
      },
    };
    this.bookings.push(booking);
    for (const seat of own) event.seats[seat] = { booking, isSold: false };
    return payNow ? this.#pay(booking, false) : { ...ok, booking: shown(booking) };
  }

  #refuseSeats(
    event: ModelEvent,
    buyer: number,
    seats: (Command & { kind: 'buy' })['seats'],
    count: number,
  ): string | null {
    const held = event.seats.filter((seat) => seat && !seat.isSold && seat.booking.buyer === buyer).length;
    if (held + count > MOST_HELD) return 'TOO_MANY_SEATS';
    const isFree = (seat: number) => event.seats[seat] === null;
    const canBeHad = Array.isArray(seats)
      ? seats.every(isFree)
      : runsOf(count).some((run) => run.every(isFree));
    return canBeHad ? null : 'SEATS_TAKEN';
  }

  #pay(booking: ModelBooking, isStranger: boolean): Answer {
    if (isStranger) return { ...no('BOOKING_NOT_FOUND'), booking: null };
    switch (booking.status) {
      case 'AWAITING_PAYMENT':
        return { codes: this.#tryToPay(booking), booking: shown(booking) };
      case 'CONFIRMED':
      case 'PARTIALLY_REFUNDED':
        return { ...no('ALREADY_PAID'), booking: shown(booking) };
      case 'EXPIRED':
        return { ...no('BOOKING_EXPIRED'), booking: shown(booking) };
      default:
        return { ...no('BOOKING_ENDED'), booking: shown(booking) };
    }
  }

  #tryToPay(booking: ModelBooking): string[] {
    const { buyer, total, discount, event } = booking;
    booking.attempts += 1;
    if ((this.wallets[buyer] ?? 0) < total) {
      if (booking.attempts === MOST_ATTEMPTS) this.#end(booking, 'CANCELLED', 'PAYMENT_DECLINED');
      return ['PAYMENT_DECLINED'];
    }
    if (booking.isLapsed) {
      this.#end(booking, 'EXPIRED', 'EXPIRED');
      return ['BOOKING_EXPIRED'];
    }
    this.#addMoney(buyer, -total);
    booking.status = 'CONFIRMED';
    for (const seat of booking.seats) event.seats[seat] = { booking, isSold: true };
    const price = shows[event.show]?.price ?? 0;
    booking.tickets = booking.seats.map((seat, place) => {
      const off = discount?.places[place] ?? { promo: 0, points: 0 };
      return { seat, off, paid: price - off.promo - off.points, isRefunded: false };
    });
    booking.earning = this.loyalty.confirm(buyer, total, discount);
    return [];
  }

  #lapse(booking: ModelBooking): Answer {
    if (booking.status !== 'AWAITING_PAYMENT') return ok;
    booking.isLapsed = true;
    this.#freeSeats(booking, booking.seats);
    return ok;
  }

  #cancelBooking(
    booking: ModelBooking,
    { hoursBefore, isStranger }: Command & { kind: 'cancelBooking' },
  ): Answer {
    if (isStranger) return { ...no('BOOKING_NOT_FOUND'), booking: null };
    if (booking.status === 'AWAITING_PAYMENT') {
      this.#end(booking, 'CANCELLED', 'BY_BUYER');
      return { ...ok, booking: shown(booking) };
    }
    const left = booking.tickets.filter((ticket) => !ticket.isRefunded);
    if (left.length === 0) return { ...no('BOOKING_ENDED'), booking: shown(booking) };
    const percent = percentBack(booking, hoursBefore);
    if (percent === 0) return { ...no('REFUND_NOT_ALLOWED'), booking: shown(booking) };
    this.#giveBack(booking, left, percent, 'BY_BUYER');
    return { ...ok, booking: shown(booking) };
  }

  #refundTickets(booking: ModelBooking, { tickets, hoursBefore }: Command & { kind: 'refund' }): Answer {
    const chosen = chosenTickets(booking, tickets).flatMap((place) => booking.tickets[place] ?? []);
    const refused = (code: string) => ({ ...no(code), booking: shown(booking), refunded: null });
    if (chosen.some((ticket) => ticket.isRefunded)) return refused('TICKET_ALREADY_REFUNDED');
    const percent = percentBack(booking, hoursBefore);
    if (percent === 0) return refused('REFUND_NOT_ALLOWED');
    const refunded = this.#giveBack(booking, chosen, percent, null);
    return { ...ok, booking: shown(booking), refunded };
  }

  #reschedule(event: ModelEvent, { days, freeUntilHours }: Command & { kind: 'reschedule' }): Answer {
    const startsAt = this.startAfter(days);
    if (startsAt === event.startsAt) return ok;
    event.startsAt = startsAt;
    event.freeUntil = startsAt - freeUntilHours * HOUR_MS;
    return ok;
  }

  startAfter(days: number): number {
    return this.#firstStart + days * 24 * HOUR_MS;
  }

  /** Everybody gets everything back; another event takes its place. */
  #cancelEvent(event: ModelEvent): Answer {
    event.isCancelled = true;
    for (const booking of this.#unpaid()) {
      if (booking.event === event) this.#end(booking, 'CANCELLED', 'EVENT_CANCELLED');
    }
    for (const booking of this.bookings) {
      const left = booking.tickets.filter((ticket) => !ticket.isRefunded);
      if (booking.event === event && left.length > 0) this.#giveBack(booking, left, 100, 'EVENT_CANCELLED');
    }
    this.#open(event.show);
    return ok;
  }

  #block(buyer: number): Answer {
    this.blocked.add(buyer);
    for (const booking of this.#unpaid()) {
      if (booking.buyer === buyer) this.#end(booking, 'CANCELLED', 'USER_BLOCKED');
    }
    return ok;
  }

  #open(show: number): void {
    const seats = Array.from({ length: ROWS * SEATS_A_ROW }, () => null);
    const { length: number } = this.events;
    const event = {
      number,
      show,
      startsAt: this.#firstStart,
      freeUntil: this.#firstStart,
      isCancelled: false,
      seats,
    };
    this.events.push(event);
    this.current[show] = event;
  }

  /** Gives tickets back; answers what goes back to the wallet. */
  #giveBack(
    booking: ModelBooking,
    tickets: readonly ModelTicket[],
    percent: number,
    reason: string | null,
  ): number {
    const refunded = sum(tickets.map(({ paid }) => shareOf(paid, percent, 100)));
    this.#addMoney(booking.buyer, refunded);
    for (const ticket of tickets) ticket.isRefunded = true;
    this.#freeSeats(
      booking,
      tickets.map(({ seat }) => seat),
    );
    const isLast = booking.tickets.every((ticket) => ticket.isRefunded);
    booking.status = isLast ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
    booking.reason = isLast ? reason : null;
    if (!booking.earning) throw new Error('expected tickets of a booking that was paid');
    this.loyalty.refund(booking.earning, booking.discount, tickets, { percent, isLast });
    return refunded;
  }

  /** Ends a booking that was not paid. */
  #end(booking: ModelBooking, status: string, reason: string): void {
    booking.status = status;
    booking.reason = reason;
    this.#freeSeats(booking, booking.seats);
    if (booking.discount) this.loyalty.release(booking.discount);
  }

  /** Only those that are still the booking's: of a hold that is over others may have taken them. */
  #freeSeats({ event, ...booking }: ModelBooking, seats: readonly number[]): void {
    for (const seat of seats) {
      if (event.seats[seat]?.booking.number === booking.number) event.seats[seat] = null;
    }
  }

  #addMoney(buyer: number, minor: number): void {
    this.wallets[buyer] = (this.wallets[buyer] ?? 0) + minor;
  }

  #unpaid(): ModelBooking[] {
    return this.bookings.filter(({ status }) => status === 'AWAITING_PAYMENT');
  }

  #booking(number: number): ModelBooking {
    const booking = this.bookings[number];
    if (!booking) throw new Error(`expected a booking of the model, got ${number}`);
    return booking;
  }
}

/** The tickets that a refund names: places of the booking, whatever numbers the command has. */
export function chosenTickets(
  { tickets }: Pick<ModelBooking, 'tickets'>,
  wanted: readonly number[],
): number[] {
  return [...new Set(wanted.map((number) => number % tickets.length))];
}

export function shown({ status, reason, total, tickets }: ModelBooking): ShownBooking {
  return {
    status,
    reason,
    total,
    tickets: tickets.map(({ isRefunded }) => (isRefunded ? 'REFUNDED' : 'VALID')),
  };
}

/** Which share of what was paid comes back so many hours before the start as it stands now, in percent. */
function percentBack({ event, startsAt }: ModelBooking, hoursBefore: number): number {
  if (event.isCancelled) return 100;
  const now = event.startsAt - hoursBefore * HOUR_MS;
  if (startsAt !== event.startsAt && now < event.freeUntil) return 100;
  const tiers = shows[event.show]?.refundTiers ?? [{ hoursBefore: 0, percent: 100 }];
  // They stand from the earliest to the latest.
  return tiers.find((tier) => hoursBefore >= tier.hoursBefore)?.percent ?? 0;
}

/** So many neighbours, wherever they can be in the plan. */
function runsOf(count: number): number[][] {
  return Array.from({ length: ROWS * SEATS_A_ROW }, (_, first) => first)
    .filter((first) => (first % SEATS_A_ROW) + count <= SEATS_A_ROW)
    .map((first) => Array.from({ length: count }, (_, place) => first + place));
}

/** Seats that the server chose: whichever they are, they are free neighbours. */
function judge(event: ModelEvent, chosen: readonly number[], count: number): readonly number[] {
  const isRun = runsOf(count).some((run) => run.join() === chosen.join());
  if (isRun && chosen.every((seat) => event.seats[seat] === null)) return chosen;
  throw new Error(`expected ${count} free neighbours, the server chose ${chosen.join()}`);
}
