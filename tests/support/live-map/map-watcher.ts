import { operation } from '../operations.ts';
import { FrameSocket } from './frame-socket.ts';
import type { KnownMap, MapHistory, Step } from './map-history.ts';

export interface MapWatcherOptions {
  readonly host: string;
  readonly port: number;
  readonly localAddress?: string;
  readonly eventId: string;
  /** The id of its subscription: clients choose it, and no two libraries alike. */
  readonly id: string;
  readonly history: MapHistory;
  /** Told of every message, with the watcher at its new map already. */
  onStep?(step: Step, watcher: MapWatcher): void;
  /** The socket was lost, or a message was wrong: what a test must not see. */
  onFault(fault: Error, watcher: MapWatcher): void;
}

/** How a watcher came back after a cut. */
export interface Return {
  /** Milliseconds from connecting to holding what anybody of this process held when it began to connect. */
  readonly caughtUpMs: number;
  /** Whether there was anything to catch up with. */
  readonly missed: boolean;
  /** What it was brought there by. */
  readonly by: 'nothing' | 'deltas' | 'snapshot';
}

/** One client of the live map that speaks graphql-transport-ws by hand and comes back by `sinceVersion`. */
export class MapWatcher {
  readonly #options: MapWatcherOptions;
  readonly #subscribeText: string;
  readonly #prefix: Buffer;
  #socket: FrameSocket | null = null;
  #map: KnownMap | null = null;
  #arrived: { resolve(back: Return): void; since: number; target: number; sawSnapshot: boolean } | null =
    null;
  #missed = false;

  constructor(options: MapWatcherOptions) {
    this.#options = options;
    this.#subscribeText = operation('SeatMapChanged');
    this.#prefix = Buffer.from(`{"id":"${options.id}","type":"next","payload":`);
  }

  /** The map that it holds; null before the first message. */
  get map(): KnownMap | null {
    return this.#map;
  }

  get eventId(): string {
    return this.#options.eventId;
  }

  /**
   * Connects and subscribes from the map it holds. Resolves when it holds at least what was known when it
   * began; never when it is cut before that.
   */
  connect(): Promise<Return> {
    const { history } = this.#options;
    // Somebody who holds no map has to wait for one, whatever others know.
    const target = this.#map ? (history.newest?.progress ?? 0) : Number.NEGATIVE_INFINITY;
    this.#missed = !this.#map || this.#map.progress < target;
    return new Promise((resolve) => {
      this.#arrived = { resolve, since: performance.now(), target, sawSnapshot: false };
      const socket = new FrameSocket({
        ...this.#options,
        onOpen: () => socket.send('{"type":"connection_init"}'),
        onMessage: (payload) => this.#receive(payload),
        onLost: (reason) => this.#options.onFault(new Error(`a watcher was lost: ${reason}`), this),
      });
      this.#socket = socket;
    });
  }

  /** Reads nothing, as a client that has too much to do, until it is told to read on. */
  pause(): void {
    this.#socket?.pause();
  }
  resume(): void {
    this.#socket?.resume();
  }

  cut(how: 'reset' | 'end'): void {
    this.#arrived = null;
    this.#socket?.cut(how);
    this.#socket = null;
  }

  #receive(payload: Buffer): void {
    const isNext =
      payload.length > this.#prefix.length &&
      payload.compare(this.#prefix, 0, this.#prefix.length, 0, this.#prefix.length) === 0;
    if (isNext) this.#apply(payload.subarray(this.#prefix.length, -1));
    else this.#control(payload.toString());
  }

  #apply(body: Buffer): void {
    try {
      const step = this.#options.history.apply(this.#map, body);
      this.#map = step.map;
      this.#options.onStep?.(step, this);
      this.#settle(step);
    } catch (error) {
      this.#options.onFault(error as Error, this);
    }
  }

  #control(text: string): void {
    const { type } = JSON.parse(text) as { type: string };
    if (type === 'connection_ack') {
      const variables = { eventId: this.#options.eventId, sinceVersion: this.#map?.version };
      const payload = { query: this.#subscribeText, variables };
      this.#socket?.send(JSON.stringify({ id: this.#options.id, type: 'subscribe', payload }));
      this.#settle(null);
    } else if (type === 'ping') {
      this.#socket?.send('{"type":"pong"}');
    } else if (type !== 'pong') {
      this.#options.onFault(new Error(`expected messages of the map, got ${text}`), this);
    }
  }

  /** Ends the wait of `connect` when the map is far enough. */
  #settle(step: Step | null): void {
    const arrived = this.#arrived;
    if (!arrived) return;
    if (step?.kind === 'snapshot') arrived.sawSnapshot = true;
    if (!this.#map || this.#map.progress < arrived.target) return;
    this.#arrived = null;
    arrived.resolve({
      caughtUpMs: performance.now() - arrived.since,
      missed: this.#missed,
      by: arrived.sawSnapshot ? 'snapshot' : step ? 'deltas' : 'nothing',
    });
  }
}
