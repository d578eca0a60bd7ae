import type { LogCursor } from '@parterre/platform/kernel/log-cursor.ts';
import { DeltaRing } from '../domain/delta-ring.ts';
import { type MapFact, SeatMap, type SeatMapRows } from '../domain/seat-map.ts';
import { SeatMapWatch } from './seat-map-watch.ts';

/** One event's map in memory, and everybody who watches it. */
export class LiveSeatMap {
  readonly #map: SeatMap;
  readonly #ring: DeltaRing;
  readonly #watches = new Set<SeatMapWatch>();
  readonly #times: { readonly gatherMs: number; readonly lingerMs: number };
  readonly #onClose: () => void;
  #gathering: NodeJS.Timeout | null = null;
  #lingering: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(
    rows: SeatMapRows,
    times: { readonly gatherMs: number; readonly lingerMs: number },
    onClose: () => void,
  ) {
    this.#map = new SeatMap(rows);
    this.#ring = new DeltaRing(rows.version);
    this.#times = times;
    this.#onClose = onClose;
    this.#lingerIfIdle();
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  get isIdle(): boolean {
    return this.#watches.size === 0;
  }

  /** Applies a fact; who watches is told a moment later, together with what comes until then. */
  receive(fact: MapFact): void {
    this.#map.apply(fact);
    if (this.#map.hasNews) this.#gathering ??= setTimeout(() => this.#sendDelta(), this.#times.gatherMs);
  }

  learn(rows: SeatMapRows): void {
    this.#map.learn(rows);
  }

  /**
   * Starts a watch from a version that the client holds, or from nothing. No await: no fact can slip by.
   *
   * @param heldAnother whether the client asked to go on from a version, whatever became of it
   */
  watch(since: LogCursor | null, heldAnother: boolean): SeatMapWatch {
    this.#sendDelta();
    const watch = new SeatMapWatch(
      () => this.#map.snapshot(),
      () => this.#end(watch),
    );
    const missed = since === null ? 'unknown' : this.#ring.since(since);
    if (since === null || missed === 'unknown') watch.startWithSnapshot(heldAnother);
    else watch.startFrom(since, missed === 'nothing' ? null : missed);
    this.#watches.add(watch);
    if (this.#lingering) clearTimeout(this.#lingering);
    this.#lingering = null;
    return watch;
  }

  /** Ends every watch and lets go of the feed. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#gathering) clearTimeout(this.#gathering);
    if (this.#lingering) clearTimeout(this.#lingering);
    this.#onClose();
    for (const watch of this.#watches) void watch.return();
  }

  #sendDelta(): void {
    if (this.#gathering) clearTimeout(this.#gathering);
    this.#gathering = null;
    const delta = this.#map.takeDelta();
    if (!delta) return;
    this.#ring.push(delta);
    for (const watch of this.#watches) watch.push(delta);
  }

  #end(watch: SeatMapWatch): void {
    this.#watches.delete(watch);
    if (!this.#isClosed) this.#lingerIfIdle();
  }

  #lingerIfIdle(): void {
    if (!this.isIdle || this.#lingering) return;
    this.#lingering = setTimeout(() => this.close(), this.#times.lingerMs).unref();
  }
}
