import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserBlocked, UserUnblocked } from '@parterre/contracts/facts/users.ts';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import {
  type PublishedEvent,
  publishTestEvent,
  type UserErrors,
} from '../../subgraphs/events/testing/fixture.ts';
import { codesOf, type Mutation, type ShownPayload } from '../../subgraphs/tickets/testing/operations.ts';
import { type BookingModel, chosenTickets, type ModelBooking, type ModelEvent } from './booking-model.ts';
import { promoCodes } from './loyalty-model.ts';
import {
  type Answer,
  BUYERS,
  type Command,
  FIRST_MONEY,
  HOUR_MS,
  MOST_HELD,
  ROWS,
  SEATS_A_ROW,
  shows,
  TOP_UP,
} from './model-world.ts';
import { type Wired, wireSubgraphs } from './wired-subgraphs.ts';

/** Long enough that no hold ends while the test runs: the clock of the database cannot be put forward. */
const HOLD_SECONDS = 86_400;

/** Each request with this number is repeated. */
const ASKED_TWICE = 5;

const text = (minor: number) => (minor / 100).toFixed(2);
const money = (minor: number) => ({ amount: text(minor), currencyCode: 'EUR' });
const minorOf = ({ amount }: { readonly amount: string }) => Math.round(Number(amount) * 100);
const someone = (role: UserCaller['role']): UserCaller => ({
  kind: 'user',
  userId: newId(),
  role,
  sessionId: newId(),
});

/** What the server answered, and which seats it chose where it was asked to. */
export interface Answered {
  readonly answer: Answer;
  readonly chosen: readonly number[];
}

/** The wired subgraphs, which do the commands of the model. Its bookings and events are known by their numbers there. */
export class ModelledServer {
  readonly #wired: Wired;
  readonly #firstStart: number;
  readonly #buyers = Array.from({ length: BUYERS }, () => someone('USER'));
  readonly #stranger = someone('USER');
  readonly #events: PublishedEvent[] = [];
  readonly #bookings: { readonly id: string; tickets: readonly string[] }[] = [];
  readonly #zones = new Map<string, string>();
  #toldEvents = 0;
  #requests = 0;

  private constructor(wired: Wired, firstStart: number) {
    this.#wired = wired;
    this.#firstStart = firstStart;
  }

  static async start(firstStart: number): Promise<ModelledServer> {
    const server = new ModelledServer(await wireSubgraphs(), firstStart);
    for (const show of shows.keys()) await server.#open(show);
    for (const buyer of server.#buyers) await server.#wired.payments.topUp(buyer.userId, text(FIRST_MONEY));
    for (const [code, terms] of Object.entries(promoCodes)) {
      const input = {
        code,
        ...('percentOff' in terms ? { percentOff: terms.percentOff } : { amountOff: money(terms.amountOff) }),
        minimumTotal: money(terms.minimumTotal),
        maxUses: terms.maxUses,
        maxUsesPerUser: terms.maxUsesPerUser,
        budget: terms.budget === null ? null : money(terms.budget),
      };
      await server.#wired.loyalty.createPromo(input, someone('ADMIN'));
    }
    return server;
  }

  stop = () => this.#wired.stop();
  breaches = () => this.#wired.breaches();

  /**
   * Does a command. What happened is told to loyalty no sooner than it matters, as it may be told late.
   *
   * @param model as it was before: it knows what numbers stand for
   */
  async run(command: Command, model: BookingModel): Promise<Answered> {
    switch (command.kind) {
      case 'buy':
        return this.#buy(command, model);
      case 'pay':
        return this.#change('payBooking', this.#booking(model, command), {});
      case 'lapse': {
        const { booking, id } = this.#booking(model, command);
        if (booking.status === 'AWAITING_PAYMENT') await this.#wired.letHoldExpire(id);
        return done;
      }
      case 'passTime':
        return this.#passTime(model);
      case 'cancelBooking':
        return this.#atTime(model, command, (at) => this.#change('cancelBooking', at, {}));
      case 'refund':
        return this.#atTime(model, command, (at) => {
          const ticketIds = chosenTickets(at.booking, command.tickets).map((place) => at.tickets[place]);
          return this.#change('refundTickets', at, { ticketIds });
        });
      case 'reschedule': {
        const startsAt = model.startAfter(command.days);
        const input = {
          startsAt: new Date(startsAt).toISOString(),
          endsAt: new Date(startsAt + HOUR_MS).toISOString(),
          reason: 'The leading actor is ill.',
          refundUntil: new Date(startsAt - command.freeUntilHours * HOUR_MS).toISOString(),
        };
        return this.#organize('rescheduleEvent', model.event(command.show), input);
      }
      case 'cancelEvent': {
        const input = { reason: 'The leading actor is ill.', idempotencyKey: newId() };
        const answered = await this.#organize('cancelEvent', model.event(command.show), input);
        await this.#wired.settle();
        await this.#open(command.show);
        return answered;
      }
      case 'block':
      case 'unblock':
        return this.#tellOfBuyer(command);
      case 'topUp': {
        const { userId } = this.#buyer(command.buyer);
        const { userErrors } = await this.#wired.payments.topUp(userId, text(TOP_UP));
        return { answer: { codes: userErrors.map(({ code }) => code) }, chosen: [] };
      }
    }
  }

  async #buy(command: Command & { kind: 'buy' }, model: BookingModel): Promise<Answered> {
    const { eventId, seatIds } = this.#event(model.event(command.show));
    const { seats, code, points, payNow } = command;
    if (code !== null || points > 0) await this.#wired.tellFacts();
    const places =
      'best' in seats
        ? { bestAvailable: { priceZoneId: await this.#zoneOf(eventId), partySize: seats.best } }
        : { seatIds: seats.map((seat) => seatIds[seat]) };
    const input = { eventId, ...places, promoCode: code, spendPoints: points, payNow };
    const payload = await this.#act('createBooking', this.#buyer(command.buyer), input);
    const { booking } = payload;
    if (booking) this.#bookings.push({ id: booking.id, tickets: booking.tickets.map(({ id }) => id) });
    const chosen = booking?.items.map(({ seat }) => seatIds.indexOf(seat?.id ?? '')) ?? [];
    return { answer: answerOf(payload), chosen: chosen.sort((a, b) => a - b) };
  }

  async #change(mutation: Mutation, { caller, id, booking }: AtBooking, input: object): Promise<Answered> {
    const payload = await this.#act(mutation, caller, { bookingId: id, ...input });
    const known = this.#bookings[booking.number];
    if (known && payload.booking) known.tickets = payload.booking.tickets.map((ticket) => ticket.id);
    const refunded =
      mutation === 'refundTickets' ? { refunded: payload.refunded && minorOf(payload.refunded) } : {};
    return { answer: { ...answerOf(payload), ...refunded }, chosen: [] };
  }

  /** Some requests are asked twice with their key: the second time they are answered the same, and change nothing. */
  async #act(mutation: Mutation, caller: UserCaller, input: object): Promise<ShownPayload> {
    const keyed = { ...input, idempotencyKey: newId() };
    const first = await this.#wired.act(mutation, caller, keyed);
    this.#requests += 1;
    if (this.#requests % ASKED_TWICE !== 0) return first;
    const again = await this.#wired.act(mutation, caller, keyed);
    const same = (payload: ShownPayload) => JSON.stringify({ ...payload, booking: payload.booking?.id });
    if (same(first) !== same(again)) throw new Error(`expected ${same(first)} again, got ${same(again)}`);
    return first;
  }

  /** Asks at a time that is so far from the start. Nothing else goes by this clock, so it is put back at once. */
  async #atTime(
    model: BookingModel,
    command: { readonly booking: number; readonly hoursBefore: number },
    work: (at: AtBooking) => Promise<Answered>,
  ): Promise<Answered> {
    const at = this.#booking(model, command);
    this.#wired.setClock(new Date(at.booking.event.startsAt - command.hoursBefore * HOUR_MS));
    try {
      return await work(at);
    } finally {
      this.#wired.setClock();
    }
  }

  async #passTime(model: BookingModel): Promise<Answered> {
    for (const { number, status } of model.bookings) {
      const known = this.#bookings[number];
      if (known && status === 'AWAITING_PAYMENT') await this.#wired.letHoldExpire(known.id);
    }
    await this.#wired.events.runJobs();
    this.#wired.setClock(new Date(Date.now() + HOLD_SECONDS * 1_000 + HOUR_MS));
    await this.#wired.settle();
    this.#wired.setClock();
    return done;
  }

  async #organize(mutation: string, event: ModelEvent, input: object): Promise<Answered> {
    const { eventId, organizer } = this.#event(event);
    const { events } = this.#wired;
    const payload = await events.mutate<UserErrors>(
      mutation,
      'userErrors { code message field }',
      { eventId, ...input },
      organizer,
    );
    await this.#tellOfEvents();
    return { answer: { codes: payload.userErrors.map(({ code }) => code) }, chosen: [] };
  }

  async #tellOfEvents(): Promise<void> {
    await this.#wired.events.relay();
    const published = (await this.#wired.events.published()).slice(this.#toldEvents);
    this.#toldEvents += published.length;
    for (const each of published) if (each.type.startsWith('Event')) await this.#wired.tickets.deliver(each);
  }

  async #tellOfBuyer({ kind, buyer }: Command & { kind: 'block' | 'unblock' | 'topUp' }): Promise<Answered> {
    const { userId } = this.#buyer(buyer);
    const told =
      kind === 'block'
        ? fact(UserBlocked, { userId, reason: 'sells tickets on' }, new Date())
        : fact(UserUnblocked, { userId }, new Date());
    const { tickets, payments, loyalty } = this.#wired;
    for (const subgraph of [tickets, payments, loyalty]) await subgraph.deliver(told);
    if (kind === 'block') await this.#wired.settle();
    return done;
  }

  async #open(show: number): Promise<void> {
    const { price, refundTiers } = shows[show] ?? shows[0];
    const event = {
      startsAt: new Date(this.#firstStart).toISOString(),
      endsAt: new Date(this.#firstStart + HOUR_MS).toISOString(),
      holdSeconds: HOLD_SECONDS,
      maxSeatsPerUser: MOST_HELD,
      ...(refundTiers && { refundTiers }),
    };
    const plan = { rows: ROWS, perRow: SEATS_A_ROW, price: money(price), event };
    this.#events.push(await publishTestEvent(this.#wired.events, plan));
    await this.#tellOfEvents();
  }

  async #zoneOf(eventId: string): Promise<string> {
    const known = this.#zones.get(eventId);
    if (known) return known;
    const query = 'query($id: ID!) { event(id: $id) { seatingPlan { priceZones { id key } } } }';
    const { event } = await this.#wired.events.request<{
      event: { seatingPlan: { priceZones: { id: string; key: string }[] } };
    }>(query, { id: eventId }, this.#stranger);
    const zone = event.seatingPlan.priceZones.find(({ key }) => key === 'seat');
    if (!zone) throw new Error('expected the plan to have a zone of seats');
    this.#zones.set(eventId, zone.id);
    return zone.id;
  }

  #booking(
    model: BookingModel,
    command: { readonly booking: number; readonly isStranger?: boolean },
  ): AtBooking {
    const booking = model.bookings[command.booking];
    const known = this.#bookings[command.booking];
    if (!booking || !known) throw new Error(`expected a booking, got ${command.booking}`);
    const caller = command.isStranger ? this.#stranger : this.#buyer(booking.buyer);
    return { booking, ...known, caller };
  }

  #buyer(number: number): UserCaller {
    return this.#buyers[number] ?? this.#stranger;
  }

  #event({ number }: ModelEvent): PublishedEvent {
    const event = this.#events[number];
    if (!event) throw new Error(`expected event ${number} to be published`);
    return event;
  }

  /** What the databases keep, in the model's words: of all events, wallets, accounts and codes. */
  async state() {
    await this.#wired.tellFacts();
    const { events, payments, loyalty, tickets } = this.#wired;
    const [seats, wallets, accounts, codes, bookings] = await Promise.all([
      events.database.sql<{ event: string; seats: string[] }>(
        `select event_id as event, array_agg(case
           when state = 'F' or held_until <= clock_timestamp() then 'F'
           else state::text || booking_id end order by seat_index) as seats
         from event_seats where event_id = any ($1) group by event_id`,
        [this.#events.map(({ eventId }) => eventId)],
      ),
      payments.database.sql<{ id: string; available: number; pending: number }>(
        'select user_id as id, available_minor::int as available, pending_minor::int as pending from wallets',
      ),
      loyalty.database.sql<{ id: string; points: number; reserved: number; owed: number }>(
        'select user_id as id, points, reserved_points as reserved, owed_points as owed from accounts',
      ),
      loyalty.database.sql<{ code: string; uses: number; discounted: number }>(
        'select code, uses, discounted_minor::int as discounted from promo_codes order by code',
      ),
      tickets.database.sql<{ id: string; status: string }>('select id, status from bookings'),
    ]);
    const numbers = new Map(this.#bookings.map(({ id }, number) => [id, number]));
    const seatsOf = new Map(seats.map((row) => [row.event, row.seats]));
    const statusOf = new Map(bookings.map(({ id, status }) => [id, status]));
    const ofBuyer = <Row extends { id: string }>(rows: readonly Row[]) =>
      this.#buyers.map(({ userId }) => rows.find(({ id }) => id === userId));
    return {
      seats: this.#events.map(({ eventId }) =>
        seatsOf
          .get(eventId)
          ?.map((seat) => (seat === 'F' ? 'F' : `${seat[0]}${numbers.get(seat.slice(1))}`))
          .join(' '),
      ),
      wallets: ofBuyer(wallets).map((row) => ({
        available: row?.available ?? 0,
        pending: row?.pending ?? 0,
      })),
      points: ofBuyer(accounts).map((row) => ({
        points: row?.points ?? 0,
        reserved: row?.reserved ?? 0,
        owed: row?.owed ?? 0,
      })),
      codes,
      bookings: this.#bookings.map(({ id }) => statusOf.get(id)),
    };
  }
}

interface AtBooking {
  readonly booking: ModelBooking;
  readonly id: string;
  readonly tickets: readonly string[];
  readonly caller: UserCaller;
}

const done: Answered = { answer: { codes: [] }, chosen: [] };

function answerOf(payload: ShownPayload): Answer {
  const { booking } = payload;
  return {
    codes: codesOf(payload),
    booking: booking && {
      status: booking.status,
      reason: booking.cancellationReason,
      total: minorOf(booking.total),
      tickets: booking.tickets.map(({ status }) => status),
    },
  };
}
