import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { bookingSteps } from '../../subgraphs/tickets/application/booking/steps.ts';
import type { SagaDependencies } from '../../subgraphs/tickets/application/dependencies.ts';
import { refundSteps } from '../../subgraphs/tickets/application/refund/steps.ts';
import type { BookingStep } from '../../subgraphs/tickets/domain/booking-saga.ts';
import type { RefundStep } from '../../subgraphs/tickets/domain/refund-saga.ts';
import { codesOf, type Mutation, type ShownBooking } from '../../subgraphs/tickets/testing/operations.ts';
import { type Wired, wireSubgraphs } from './wired-subgraphs.ts';

/** What a case has in hand. */
interface Scene {
  readonly buyer: UserCaller;
  readonly mutation: Mutation;
  /** With its key, so that the same request can be asked again. */
  readonly input: object;
  readonly seatIds: readonly string[];
  /** Of the booking that is made or changed by the request. */
  bookingId(): Promise<string>;
}

/** A step that is asked twice: the first ask goes astray, the second is answered, and then the first arrives. */
interface Case {
  readonly title: string;
  /** What the second ask is told. */
  readonly retryIs: 'done' | 'refused';
  begin(): Promise<Scene>;
  /** Between the first ask and the second: what makes the second one refused. */
  meanwhile?(scene: Scene): Promise<unknown>;
  /** After the second: what happens before the first arrives, and would let it pass if nobody remembered. */
  afterwards?(scene: Scene): Promise<unknown>;
  /** The status that the booking comes to; null when none stands. */
  readonly ends: string | null;
  /** Invariants that somebody broke by hand in `meanwhile`, and that the late ask must not make worse. */
  readonly broken?: readonly string[];
}

let server: Wired;
beforeAll(async () => {
  server = await wireSubgraphs();
});
afterAll(() => server?.stop());

let keys = 0;
const newKey = () => {
  keys += 1;
  return `late ask ${keys}`;
};

async function idOf(seatIds: readonly string[]): Promise<string> {
  const [row] = await server.events.database.sql<{ id: string }>(
    "select booking_id as id from holds where requested -> 'seatIds' = $1::jsonb order by created_at limit 1",
    [JSON.stringify(seatIds)],
  );
  if (!row) throw new Error('expected a hold');
  return row.id;
}

/** A booking that is made by the request itself, paid at once. */
async function booking(more: object = {}, given?: UserCaller): Promise<Scene> {
  const buyer = given ?? (await server.buyer({ paidSeats: 'spendPoints' in more ? 3 : 0 }));
  const seatIds = server.seats(2);
  const input = { eventId: server.show.eventId, seatIds, payNow: true, ...more, idempotencyKey: newKey() };
  return { buyer, mutation: 'createBooking', input, seatIds, bookingId: () => idOf(seatIds) };
}

/** A booking that stands, and a request that changes it. */
async function standing(
  mutation: Mutation,
  more: object,
  request: (booking: ShownBooking) => object = () => ({}),
) {
  const scene = await booking(more);
  const { booking: made, userErrors } = await server.act('createBooking', scene.buyer, scene.input);
  if (!made || userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  const input = { bookingId: made.id, ...request(made), idempotencyKey: newKey() };
  return { ...scene, mutation, input, bookingId: async () => made.id };
}

/** Somebody else buys these seats, which are free again. */
async function sellTo(seatIds: readonly string[]): Promise<void> {
  const other = await server.buyer();
  const input = { eventId: server.show.eventId, seatIds, payNow: true, idempotencyKey: newKey() };
  const { booking: bought } = await server.act('createBooking', other, input);
  expect(bought?.status).toBe('CONFIRMED');
}

const cancel = async ({ buyer, bookingId }: Scene) =>
  server.act('cancelBooking', buyer, { bookingId: await bookingId() });
const expire = async ({ bookingId }: Scene) => server.letHoldExpire(await bookingId());
const points = { spendPoints: 50 };

/** Books the buyer's other points, and gives them free again. */
function pointsElsewhere() {
  let elsewhere: Scene;
  return {
    async take({ buyer }: Scene) {
      elsewhere = await booking({ payNow: false, spendPoints: 50 }, buyer);
      expect(codesOf(await server.act('createBooking', buyer, elsewhere.input))).toEqual([]);
    },
    giveBack: () => cancel(elsewhere),
  };
}
const elsewhere = pointsElsewhere();

/** Before the sale is asked for, the hold has run out: the saga turns back. */
async function tooLate(): Promise<Scene> {
  const scene = await booking(points);
  server.wire.before('SellSeats', () => expire(scene));
  return scene;
}

/** When the discount is to be committed it is gone: the captured money goes back. */
async function discountGone(): Promise<Scene> {
  const scene = await booking(points);
  server.wire.before('CommitDiscount', async () =>
    server.loyalty.release((await scene.bookingId()) as never, scene.buyer.userId),
  );
  return scene;
}

const bookingCases: Readonly<Record<BookingStep, readonly Case[]>> = {
  reserveDiscount: [
    {
      title: 'refused: the points are spent elsewhere, and come back',
      retryIs: 'refused',
      begin: () => booking(points),
      meanwhile: (scene) => elsewhere.take(scene),
      afterwards: () => elsewhere.giveBack(),
      ends: null,
    },
    { title: 'done', retryIs: 'done', begin: () => booking(points), ends: 'CONFIRMED' },
  ],
  authorizePayment: [
    {
      title: 'refused: the wallet is frozen; the buyer cancels, and the wallet unfreezes',
      retryIs: 'refused',
      begin: () => booking(points),
      meanwhile: ({ buyer }) => server.payments.block(buyer.userId),
      async afterwards(scene) {
        await cancel(scene);
        await server.payments.unblock(scene.buyer.userId);
      },
      ends: 'CANCELLED',
    },
    {
      title: 'refused: there is too little money; there is more, and a second payment passes',
      retryIs: 'refused',
      begin: async () => booking({}, await server.buyer({ money: '39.99' })),
      async afterwards({ buyer, bookingId }) {
        await server.payments.topUp(buyer.userId, '500.00');
        await server.act('payBooking', buyer, { bookingId: await bookingId() });
      },
      ends: 'CONFIRMED',
    },
    { title: 'done', retryIs: 'done', begin: () => booking(), ends: 'CONFIRMED' },
  ],
  sellSeats: [
    {
      title: 'refused: the hold has run out, and the seats are free',
      retryIs: 'refused',
      begin: () => booking(points),
      meanwhile: expire,
      ends: 'EXPIRED',
    },
    {
      title: 'refused: the hold has run out, and somebody else buys the seats',
      retryIs: 'refused',
      begin: () => booking(points),
      meanwhile: expire,
      afterwards: ({ seatIds }) => sellTo(seatIds),
      ends: 'EXPIRED',
    },
    {
      title: 'done; then the booking is refunded',
      retryIs: 'done',
      begin: () => booking(points),
      afterwards: cancel,
      ends: 'REFUNDED',
    },
  ],
  capturePayment: [
    {
      title: 'refused: the payment was voided',
      retryIs: 'refused',
      begin: () => booking(points),
      meanwhile: async ({ buyer, bookingId }) =>
        server.payments.void({ bookingId: (await bookingId()) as never, userId: buyer.userId }),
      ends: 'CANCELLED',
    },
    {
      title: 'refused, while the money is still set aside',
      retryIs: 'refused',
      begin: () => booking(points),
      meanwhile: async () => server.wire.refuseNext('CapturePayment', 'PAYMENT_NOT_FOUND'),
      ends: 'CANCELLED',
    },
    { title: 'done', retryIs: 'done', begin: () => booking(), ends: 'CONFIRMED' },
  ],
  commitDiscount: [
    {
      title: 'refused: the discount was released',
      retryIs: 'refused',
      begin: () => booking(points),
      meanwhile: async ({ buyer, bookingId }) =>
        server.loyalty.release((await bookingId()) as never, buyer.userId),
      ends: 'CANCELLED',
    },
    { title: 'done', retryIs: 'done', begin: () => booking(points), ends: 'CONFIRMED' },
  ],
  voidPayment: [
    {
      title: 'refused: the money was captured, and goes back',
      retryIs: 'refused',
      begin: tooLate,
      meanwhile: async ({ bookingId }) =>
        server.payments.capture({ bookingId: (await bookingId()) as never }),
      ends: 'EXPIRED',
    },
    { title: 'done', retryIs: 'done', begin: tooLate, ends: 'EXPIRED' },
  ],
  refundPayment: [
    {
      title: 'refused: it is parked, and a person resumes it',
      retryIs: 'refused',
      begin: discountGone,
      meanwhile: async () => server.wire.refuseNext('RefundPayment', 'PAYMENT_NOT_FOUND'),
      afterwards: () => server.resume('booking'),
      ends: 'CANCELLED',
    },
    { title: 'done', retryIs: 'done', begin: discountGone, ends: 'CANCELLED' },
  ],
  releaseDiscount: [
    {
      title: 'refused: it is parked, and a person resumes it',
      retryIs: 'refused',
      begin: () => standing('cancelBooking', { ...points, payNow: false }),
      meanwhile: async () => server.wire.refuseNext('ReleaseDiscount', 'RESERVATION_COMMITTED'),
      afterwards: () => server.resume('booking'),
      ends: 'CANCELLED',
    },
    {
      title: 'done; then the points are spent on another booking',
      retryIs: 'done',
      begin: () => standing('cancelBooking', { ...points, payNow: false }),
      afterwards: async ({ buyer }) =>
        server.act('createBooking', buyer, (await booking(points, buyer)).input),
      ends: 'CANCELLED',
    },
  ],
  releaseSeats: [
    {
      title: 'refused: the hold has run out, and somebody else has bought the seats',
      retryIs: 'refused',
      begin: () => standing('cancelBooking', { payNow: false }),
      async meanwhile(scene) {
        await expire(scene);
        await sellTo(scene.seatIds);
      },
      ends: 'CANCELLED',
    },
    {
      title: 'done; then somebody else buys the seats',
      retryIs: 'done',
      begin: () => standing('cancelBooking', { payNow: false }),
      afterwards: ({ seatIds }) => sellTo(seatIds),
      ends: 'CANCELLED',
    },
  ],
};

const refundOne = () =>
  standing('refundTickets', { payNow: true }, ({ tickets }) => ({ ticketIds: [tickets[0]?.id] }));
const seatOf = async ({ bookingId }: Scene): Promise<string[]> => {
  const rows = await server.tickets.database.sql<{ seat_id: string }>(
    "select seat_id from tickets where booking_id = $1 and status = 'REFUNDED'",
    [await bookingId()],
  );
  return rows.map((row) => row.seat_id);
};

const refundCases: Readonly<Record<RefundStep, readonly Case[]>> = {
  refundPayment: [
    {
      title: 'refused: somebody gave all of the money back by hand; the tickets stay valid',
      retryIs: 'refused',
      begin: refundOne,
      meanwhile: async ({ bookingId }) => server.payments.refund((await bookingId()) as never, '40.00'),
      ends: 'CONFIRMED',
      broken: ['8'],
    },
    { title: 'done', retryIs: 'done', begin: refundOne, ends: 'PARTIALLY_REFUNDED' },
  ],
  releaseSeats: [
    {
      title: 'refused: it is parked, and a person resumes it',
      retryIs: 'refused',
      begin: refundOne,
      meanwhile: async () => server.wire.refuseNext('ReleaseSeats', 'NOTHING_TO_RELEASE'),
      afterwards: () => server.resume('refund'),
      ends: 'PARTIALLY_REFUNDED',
    },
    {
      title: 'done; then somebody else buys the seat',
      retryIs: 'done',
      begin: refundOne,
      afterwards: async (scene) => sellTo(await seatOf(scene)),
      ends: 'PARTIALLY_REFUNDED',
    },
  ],
};

/** Invariants that cases have broken by hand so far: those, and no others, stay broken. */
const brokenByHand: string[] = [];

const sagas = {
  booking: { steps: Object.keys(bookingSteps({} as SagaDependencies)), cases: bookingCases },
  refund: { steps: Object.keys(refundSteps({} as SagaDependencies)), cases: refundCases },
};

describe.each(Object.entries(sagas))('an ask that arrives after the %s has gone on without it', (_, saga) => {
  const cases = Object.entries<readonly Case[]>(saga.cases).flatMap(([step, each]) =>
    each.map((one) => ({ step, ...one })),
  );

  it('is tried for every step that the saga has, with a retry that is done and one that is refused', () => {
    const tried = new Map(Object.entries<readonly Case[]>(saga.cases));
    const covered = saga.steps.map((step) => [step, new Set(tried.get(step)?.map((each) => each.retryIs))]);
    expect(covered).toEqual(saga.steps.map((step) => [step, new Set(['refused', 'done'])]));
  });

  it.each(cases)('$step, whose retry is $title', async (each) => {
    const { step, ends } = each;
    const operation = `${step[0]?.toUpperCase()}${step.slice(1)}`;
    server.setClock();
    const scene = await each.begin();
    const { buyer, mutation, input } = scene;
    const askedBefore = server.wire.asked.length;
    server.wire.withholdNext(operation);
    expect(codesOf(await server.act(mutation, buyer, input))).toEqual(['TRY_AGAIN']);
    await each.meanwhile?.(scene);
    await server.carryOn();
    const asked = server.wire.asked.slice(askedBefore).filter((name) => name === operation);
    expect(asked.length).toBeGreaterThanOrEqual(2);
    await each.afterwards?.(scene);
    await server.carryOn();

    const bookingId = await scene.bookingId();
    brokenByHand.push(...(each.broken ?? []));
    const breachesBefore = await server.breaches();
    const before = await server.kept(bookingId, buyer);
    expect(breachesBefore.map(({ invariant }) => invariant)).toEqual(brokenByHand);
    const lockedBefore = await server.locked(buyer);
    await server.wire.deliverLate();
    await server.carryOn();

    expect(await server.kept(bookingId, buyer)).toEqual(before);
    expect([lockedBefore, await server.locked(buyer)]).toEqual(
      [0, 0].map(() => ({ money: 0, points: 0, seats: 0 })),
    );
    const told = await server.act(mutation, buyer, input);
    expect(codesOf(told)).not.toContain('TRY_AGAIN');
    expect(told.booking?.status ?? null).toBe(ends);
    expect(await server.breaches()).toEqual(breachesBefore);
  });
});
