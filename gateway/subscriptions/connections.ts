import { setTimeout as pause } from 'node:timers/promises';
import { gauge } from '@parterre/platform/telemetry/metrics.ts';
import type { Caller } from '../caller.ts';
import type { SubscriptionLimits } from './limits.ts';

/** A socket or an event stream. */
export interface Connection {
  readonly address: string;
  /** Anonymous until the client has said otherwise. */
  readonly caller: Caller;
  /** Closes it in the words of its transport: the session is over, or this server is about to stop. */
  close(reason: 'session ended' | 'service restart'): void;
  /** Ends it without waiting for the client. */
  cut(): void;
}

const LONGEST_PAUSE_MS = 20;
/** How long a client may take to say goodbye before its connection is cut. */
const GOODBYE_MS = 1_000;

const opened = gauge('parterre_gateway_sockets', 'Open WebSockets and event streams.');

/** Everything over which somebody subscribes, and how much of it there may be. */
export class Connections {
  readonly #limits: Pick<SubscriptionLimits, 'connectionsPerAddress' | 'connectionsPerCaller' | 'drainMs'>;
  readonly #open = new Set<Connection>();
  readonly #perAddress = new Map<string, number>();
  #isClosing = false;
  #onEmpty: (() => void) | undefined;

  constructor(
    limits: Pick<SubscriptionLimits, 'connectionsPerAddress' | 'connectionsPerCaller' | 'drainMs'>,
  ) {
    this.#limits = limits;
  }

  get isClosing(): boolean {
    return this.#isClosing;
  }

  /** Whether another connection of this address may be opened. */
  hasRoomFor(address: string): boolean {
    return (this.#perAddress.get(address) ?? 0) < this.#limits.connectionsPerAddress;
  }

  /** Whether a user has fewer connections than they may have, `except` aside. Anonymous callers always do. */
  hasRoomForCaller({ subject }: Caller, except?: Connection): boolean {
    if (subject === undefined) return true;
    let count = 0;
    for (const each of this.#open) if (each !== except && each.caller.subject === subject) count += 1;
    return count < this.#limits.connectionsPerCaller;
  }

  add(connection: Connection): void {
    this.#open.add(connection);
    this.#perAddress.set(connection.address, (this.#perAddress.get(connection.address) ?? 0) + 1);
    opened.inc();
  }

  remove(connection: Connection): void {
    if (!this.#open.delete(connection)) return;
    const left = (this.#perAddress.get(connection.address) ?? 1) - 1;
    if (left > 0) this.#perAddress.set(connection.address, left);
    else this.#perAddress.delete(connection.address);
    opened.dec();
    if (this.#open.size === 0) this.#onEmpty?.();
  }

  /** Closes what belongs to these callers, at once. */
  closeWhere(isEnded: (caller: Caller) => boolean): void {
    for (const connection of [...this.#open])
      if (isEnded(connection.caller)) connection.close('session ended');
  }

  /** Closes everybody, one after another; resolves when all have gone, or have been cut. */
  async closeAll(): Promise<void> {
    this.#isClosing = true;
    const everyone = [...this.#open];
    const pauseMs = Math.min(LONGEST_PAUSE_MS, this.#limits.drainMs / everyone.length);
    const startedAt = performance.now();
    for (const [index, connection] of everyone.entries()) {
      connection.close('service restart');
      // Timers are coarser than a pause among many: whoever is due already is not waited for.
      if (performance.now() - startedAt < (index + 1) * pauseMs) await pause(pauseMs);
    }
    if (this.#open.size === 0) return;
    const gone = Promise.withResolvers<void>();
    this.#onEmpty = gone.resolve;
    const cut = setTimeout(() => {
      for (const connection of [...this.#open]) connection.cut();
    }, GOODBYE_MS);
    await gone.promise;
    clearTimeout(cut);
  }
}
