import type { Client, Dispatcher } from 'undici';
import type { Budget } from '../graphql/budget.ts';
import type { Connections } from './connections.ts';

/** What came of a request. */
export type Received =
  | { readonly kind: 'whole'; readonly status: number; readonly body: Buffer }
  /**
   * The connection could not be made, or was lost before the answer was whole. `isUnsent` when nothing of the request
   * has left this process: no connection was had in time, or none at all.
   */
  | { readonly kind: 'broken'; readonly error: Error; readonly isUnsent: boolean }
  /** The budget ended first. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'too large' };

export interface ReceiveOptions {
  readonly budget: Pick<Budget, 'watch' | 'unwatch' | 'hasEnded'>;
  readonly mostBytes: number;
  /** Called once when the request holds no connection and no place in the queue any more. */
  onSettled(): void;
}

const ended = new Error('nobody waits for the answer any more');
const tooLarge = new Error('the answer is too large');

/**
 * Sends a request and gathers the answer. Never rejects; ends with the budget, and the request with it: over
 * HTTP/1.1 its connection is closed, by which the other end hears of it.
 *
 * By `dispatch`, because a stream for each body costs as much as the rest of the client.
 */
export function receive(
  connections: Pick<Connections, 'take' | 'giveBack'>,
  request: Dispatcher.DispatchOptions,
  { budget, mostBytes, onSettled }: ReceiveOptions,
): Promise<Received> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let status = 0;
    let isSettled = false;
    let connection: Client | undefined;
    let controller: Dispatcher.DispatchController | undefined;

    const settle = (received: Received): void => {
      if (isSettled) return;
      isSettled = true;
      budget.unwatch(end);
      onSettled();
      if (connection) connections.giveBack(connection);
      resolve(received);
    };
    // Whoever waits is told at once, also while the request waits for a connection and cannot be ended yet.
    const end = (): void => {
      resolve({ kind: 'ended' });
      controller?.abort(ended);
    };
    budget.watch(end);

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(started) {
        controller = started;
        if (budget.hasEnded) started.abort(ended);
      },
      onResponseStart(_controller, code) {
        status = code;
      },
      onResponseData(running, chunk) {
        bytes += chunk.length;
        if (bytes > mostBytes) running.abort(tooLarge);
        else chunks.push(chunk);
      },
      onResponseEnd() {
        settle({
          kind: 'whole',
          status,
          body: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks),
        });
      },
      onResponseError(_controller, error) {
        if (error === tooLarge) settle({ kind: 'too large' });
        else if (budget.hasEnded) settle({ kind: 'ended' });
        // A request is started when a connection takes it, just before it is written.
        else settle({ kind: 'broken', error, isUnsent: controller === undefined });
      },
    };
    connections.take((taken) => {
      connection = taken;
      if (budget.hasEnded) settle({ kind: 'ended' });
      else taken.dispatch(request, handler);
    });
  });
}
