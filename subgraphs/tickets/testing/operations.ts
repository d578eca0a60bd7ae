import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import type { TicketsFixture, TicketsProcess } from './fixture.ts';

/** A booking as the documents below ask for it. */
export interface ShownBooking {
  readonly id: string;
  readonly status: string;
  readonly cancellationReason: string | null;
  readonly expiresAt: string;
  readonly subtotal: { readonly amount: string };
  readonly discount: { readonly amount: string };
  readonly total: { readonly amount: string };
  readonly refundNow: { readonly amount: string } | null;
  readonly payment: { readonly id: string } | null;
  readonly items: readonly { readonly price: { amount: string }; readonly seat: { id: string } | null }[];
  readonly tickets: readonly {
    readonly id: string;
    readonly code: string;
    readonly status: string;
    readonly seat: { readonly id: string } | null;
  }[];
}

export interface ShownPayload {
  readonly booking: ShownBooking | null;
  readonly refunded?: { readonly amount: string } | null;
  readonly userErrors: readonly { code: string; message: string; field: readonly string[] | null }[];
}

export const bookingFields = `
  id status cancellationReason expiresAt subtotal { amount } discount { amount } total { amount }
  refundNow { amount } payment { id } items { price { amount } seat { id } section { id } }
  tickets { id code status seat { id } section { id } price { amount } event { id } }
`;

const documentOf = (name: string, more = '') => `
  mutation Act($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) {
    ${name}(input: $input) { booking { ${bookingFields} } ${more} userErrors { code message field } }
  }`;

const documents = {
  createBooking: documentOf('createBooking'),
  payBooking: documentOf('payBooking'),
  cancelBooking: documentOf('cancelBooking'),
  refundTickets: documentOf('refundTickets', 'refunded { amount }'),
};

export type Mutation = keyof typeof documents;

/** Does a mutation as this user. A key is made up unless one is given. */
export async function act(
  process: TicketsProcess,
  mutation: Mutation,
  caller: UserCaller,
  input: object,
): Promise<ShownPayload> {
  const variables = { input: { idempotencyKey: newId(), ...input } };
  const data = await process.ask<Record<string, ShownPayload>>(documents[mutation], variables, caller);
  const payload = data[mutation];
  if (!payload) throw new Error(`expected ${mutation} to answer a payload`);
  return payload;
}

/** The codes of a payload's userErrors. */
export function codesOf(payload: ShownPayload): string[] {
  return payload.userErrors.map(({ code }) => code);
}

/** What to book: so many free seats of the one event there is. */
export function commandFor(fixture: TicketsFixture, count: number): { eventId: string; seatIds: string[] } {
  return { eventId: fixture.others.seats.eventId, seatIds: fixture.others.seats.free(count) };
}

/** A booking that is held and not paid yet, or paid with `payNow`. */
export async function book(
  fixture: TicketsFixture,
  buyer: UserCaller,
  input: object = {},
  seats = 2,
): Promise<ShownBooking> {
  const command = { ...commandFor(fixture, seats), ...input };
  const { booking, userErrors } = await act(fixture.process, 'createBooking', buyer, command);
  if (!booking || userErrors.length > 0)
    throw new Error(`expected a booking, got ${JSON.stringify(userErrors)}`);
  return booking;
}
