import type { Clock } from '@parterre/platform/kernel/clock.ts';
import { SubgraphUnavailable } from '@parterre/platform/subgraphs/subgraph-client.ts';
import {
  type FakeOperation,
  type FakeSubgraphs,
  fakeSubgraphs,
} from '@parterre/platform/testing/fake-subgraphs.ts';
import { DiscountsInMemory } from './discounts-in-memory.ts';
import { SeatsInMemory } from './seats-in-memory.ts';
import { WalletsInMemory } from './wallets-in-memory.ts';

export type OperationName =
  | 'IsEmailConfirmed'
  | 'PlacesOfTickets'
  | 'EventForRefund'
  | 'HoldSeats'
  | 'SellSeats'
  | 'ReleaseSeats'
  | 'AuthorizePayment'
  | 'CapturePayment'
  | 'VoidPayment'
  | 'RefundPayment'
  | 'ReserveDiscount'
  | 'CommitDiscount'
  | 'ReleaseDiscount';

/** Which half of an exchange is lost: nothing was done, or it was done and nobody heard of it. */
export type Loss = 'question' | 'answer';

/**
 * The subgraphs that the tickets subgraph asks, in memory: they keep their state as the real ones do, answer a
 * repeated question the same, and can be made to fall silent or to say no.
 */
export class OtherSubgraphs {
  readonly seats: SeatsInMemory;
  readonly wallets = new WalletsInMemory();
  readonly discounts = new DiscountsInMemory();
  readonly subgraphs: FakeSubgraphs;
  /** Of every buyer's mail address. */
  isEmailConfirmed = true;
  /** Of users, by identifier. */
  readonly nicknames = new Map<string, string>();
  readonly #losses = new Map<OperationName, Loss>();
  readonly #before = new Map<OperationName, () => Promise<void> | void>();
  readonly #refusals = new Map<OperationName, string>();

  constructor(clock: Clock) {
    this.seats = new SeatsInMemory(clock);
    const { seats, wallets, discounts } = this;
    this.subgraphs = fakeSubgraphs({
      IsEmailConfirmed: this.#operation('IsEmailConfirmed', () => this.isEmailConfirmed),
      UserWithNickname: (variables) => {
        const { nickname } = variables as { nickname: string };
        const found = [...this.nicknames].find(([, name]) => name === nickname.toLowerCase());
        return { userWithNickname: found?.[0] ?? null };
      },
      Nicknames: (variables) => {
        const { userIds } = variables as { userIds: string[] };
        return { nicknames: userIds.map((id) => this.nicknames.get(id) ?? null) };
      },
      PlacesOfTickets: async (variables) => {
        await this.#before.get('PlacesOfTickets')?.();
        return placesOf(variables as never);
      },
      EventForRefund: async () => {
        await this.#before.get('EventForRefund')?.();
        if (this.#losses.has('EventForRefund')) {
          throw new SubgraphUnavailable('events', new Error('the question EventForRefund was lost'));
        }
        return { event: seats.event() };
      },
      PresentPlaces: (variables) => {
        const { seatIds, sectionIds } = variables as { seatIds: string[]; sectionIds: string[] };
        const presentOf = (ids: string[]) => ids.map((id) => seats.present.get(id) ?? id);
        return { presentPlaces: { seatIds: presentOf(seatIds), sectionIds: presentOf(sectionIds) } };
      },
      HoldSeats: this.#operation('HoldSeats', (input) => seats.hold(input as never)),
      SellSeats: this.#operation('SellSeats', (input) => seats.sell(input as never)),
      ReleaseSeats: this.#operation('ReleaseSeats', (input) => seats.release(input as never)),
      AuthorizePayment: this.#operation('AuthorizePayment', (input) => wallets.authorize(input as never)),
      CapturePayment: this.#operation('CapturePayment', (input) => wallets.capture(input as never)),
      VoidPayment: this.#operation('VoidPayment', (input) => wallets.void(input as never)),
      RefundPayment: this.#operation('RefundPayment', (input) => wallets.refund(input as never)),
      ReserveDiscount: this.#operation('ReserveDiscount', (input) => discounts.reserve(input as never)),
      CommitDiscount: this.#operation('CommitDiscount', (input) => discounts.commit(input as never)),
      // How many come back is held to loyalty itself, in tests/together.
      RefundedPoints: () => ({ refundedPoints: 0 }),
      ReleaseDiscount: this.#operation('ReleaseDiscount', (input) => discounts.release(input as never)),
    });
  }

  /** From now on this half of every such exchange is lost, until `restore`. */
  lose(operation: OperationName, loss: Loss): void {
    this.#losses.set(operation, loss);
  }

  /** From now on the subgraph says no to this, without doing anything. */
  refuse(operation: OperationName, code: string): void {
    this.#refusals.set(operation, code);
  }

  /** Runs this before such an operation takes effect: lets time pass, or waits for somebody. */
  before(operation: OperationName, work: () => Promise<void> | void): void {
    this.#before.set(operation, work);
  }

  /** Everything works again. */
  restore(): void {
    this.#losses.clear();
    this.#refusals.clear();
    this.#before.clear();
  }

  /** How often an operation was asked for so far. */
  timesRequested(operation: OperationName): number {
    return this.subgraphs.asked.filter((each) => each.operation === operation).length;
  }

  #operation(name: OperationName, work: (input: unknown) => unknown): FakeOperation {
    const field = `${name[0]?.toLowerCase()}${name.slice(1)}`;
    return async ({ input }: { input: unknown }) => {
      await this.#before.get(name)?.();
      const loss = this.#losses.get(name);
      if (loss === 'question')
        throw new SubgraphUnavailable('events', new Error(`the question ${name} was lost`));
      const code = this.#refusals.get(name);
      const answer = code
        ? { userErrors: [{ code, message: `refused with ${code}`, field: null, seatIds: [] }] }
        : work(input);
      if (loss === 'answer')
        throw new SubgraphUnavailable('events', new Error(`the answer to ${name} was lost`));
      return { [field]: answer };
    };
  }
}

/** An event with signs that follow from the identifiers of its places. */
function placesOf({ seatIds, sectionIds }: { seatIds: readonly string[]; sectionIds: readonly string[] }) {
  return {
    event: {
      title: 'Вишнёвый сад',
      startsAt: '2035-04-01T18:00:00.000Z',
      hall: { name: 'Great Hall' },
      venue: { name: 'Old Theatre', address: 'Ring 1', city: 'Vienna', timeZone: 'Europe/Vienna' },
      ticketTypes: [],
    },
    seatsByIds: seatIds.map((id) => ({ id, label: id.slice(-2), row: { label: '7' } })),
    sectionsByIds: sectionIds.map((id) => ({ id, label: 'Parterre' })),
  };
}
