import type { BookingSaga } from './booking-saga.ts';
import type { PendingResponse } from './pending-response.ts';
import type { RefundSaga } from './refund-saga.ts';

/**
 * A saga as its row keeps it. The row's name for the pending response, `owes`, is older than the code's and stays: while a
 * server is replaced by a newer one both read and write the same rows, and a parked saga is read months later.
 */
type Stored<Saga extends { readonly pendingResponse: PendingResponse | null }> = Omit<
  Saga,
  'pendingResponse'
> & { readonly owes: PendingResponse | null };

const formOf = <Saga extends BookingSaga | RefundSaga>() => ({
  write({ pendingResponse, ...saga }: Saga): Stored<Saga> {
    return { ...saga, owes: pendingResponse };
  },
  read(stored: unknown): Saga {
    // A spread: of a row that a person has spoiled, null too, the driver tells what it cannot decide.
    const { owes, ...saga } = { ...(stored as Stored<Saga>) };
    return { ...saga, pendingResponse: owes } as unknown as Saga;
  },
});

export const storedBookingSaga = formOf<BookingSaga>();
export const storedRefundSaga = formOf<RefundSaga>();
