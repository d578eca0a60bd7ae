import type { Budget } from '../graphql/budget.ts';
import { AnswerTooLarge } from './answer-reader.ts';
import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';

/** What came of a request. */
export type Received =
  | { readonly kind: 'whole'; readonly status: number; readonly body: string }
  /**
   * The connection could not be made, or was lost before the answer was whole. `isUnsent` when nothing of the request
   * has left this process.
   */
  | { readonly kind: 'broken'; readonly error: Error; readonly isUnsent: boolean }
  /** The budget ended first. `hadMs` is how long the other end had for it: 0 while it waited for one of our connections. */
  | { readonly kind: 'ended'; readonly hadMs: number }
  | { readonly kind: 'too large' };

export interface ReceiveOptions {
  readonly budget: Pick<Budget, 'watch' | 'unwatch' | 'hasEnded' | 'charge'>;
  /** Called once when the request holds no connection and no place in the queue any more. */
  onSettled(): void;
}

const nobodyWaits = new Error('nobody waits for the answer any more');

/**
 * Sends a request and takes in the answer. Never rejects; ends with the budget, and the request with it: its
 * connection is closed, by which the other end hears of it.
 */
export function receive(
  connections: Pick<Connections, 'take' | 'giveBack'>,
  request: string,
  { budget, onSettled }: ReceiveOptions,
): Promise<Received> {
  return new Promise((resolve) => {
    let connection: Connection | undefined;
    let takenAt = Number.POSITIVE_INFINITY;
    const ended = (): Received => ({ kind: 'ended', hadMs: Math.max(0, performance.now() - takenAt) });
    const settle = (received: Received): void => {
      budget.unwatch(end);
      onSettled();
      if (connection) connections.giveBack(connection);
      resolve(received);
    };
    // Whoever waits is told at once, also while the request waits for a connection.
    const end = (): void => {
      resolve(ended());
      connection?.abort(nobodyWaits);
    };
    budget.watch(end);
    connections.take((taken) => {
      // Looks at the clock: the timer of a busy process comes late, and no connection is opened for what nobody waits for.
      const isWaitedFor = budget.charge(0);
      connection = taken;
      if (!isWaitedFor) {
        settle(ended());
        return;
      }
      takenAt = performance.now();
      taken.send(request, {
        onAnswer: ({ status, body }) => settle({ kind: 'whole', status, body }),
        onFailure(error, isUnsent) {
          if (error instanceof AnswerTooLarge) settle({ kind: 'too large' });
          else if (budget.hasEnded) settle(ended());
          else settle({ kind: 'broken', error, isUnsent });
        },
      });
    });
  });
}
