import {
  compareCursors,
  isLogCursor,
  isSameLog,
  type LogCursor,
} from '@parterre/platform/kernel/log-cursor.ts';
import { DeltaRing } from '../domain/delta-ring.ts';
import { type MapFact, type PlanFact, SeatMap, type SeatMapRows, versionOnPlan } from '../domain/seat-map.ts';
import { SeatMapWatch } from './seat-map-watch.ts';

/** One event's map in memory, and everybody who watches it. */
export class LiveSeatMap {
  #map: SeatMap;
  #ring: DeltaRing;
  readonly #watches = new Set<SeatMapWatch>();
  readonly #times: { readonly gatherMs: number; readonly lingerMs: number };
  readonly #reread: () => Promise<SeatMapRows | null>;
  readonly #onClose: () => void;
  /** What came while the rows of another plan are being read; null at other times. */
  #held: (MapFact | PlanFact)[] | null = null;
  #gathering: NodeJS.Timeout | null = null;
  #lingering: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(
    rows: SeatMapRows,
    times: { readonly gatherMs: number; readonly lingerMs: number },
    hooks: { readonly reread: () => Promise<SeatMapRows | null>; readonly onClose: () => void },
  ) {
    this.#map = new SeatMap(rows);
    this.#ring = new DeltaRing(rows.version);
    this.#times = times;
    this.#reread = hooks.reread;
    this.#onClose = hooks.onClose;
    this.#lingerIfIdle();
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  get isIdle(): boolean {
    return this.#watches.size === 0;
  }

  /** Applies a fact; who watches is told a moment later, together with what comes until then. */
  receive(fact: MapFact | PlanFact): void {
    if (this.#held) {
      this.#held.push(fact);
      return;
    }
    if ('planId' in fact) {
      if (fact.planId !== this.#map.planId) void this.#followPlan();
      return;
    }
    this.#map.apply(fact);
    if (this.#map.hasNews) this.#gathering ??= setTimeout(() => this.#sendDelta(), this.#times.gatherMs);
  }

  learn(rows: SeatMapRows): void {
    this.#map.learn(rows);
  }

  /**
   * Starts a watch from a version that the client holds, or from nothing. No await: no fact can slip by.
   *
   * @param held the version that the client says it holds
   * @param end how far the log goes: nobody can hold a version beyond it
   */
  watch(held: { readonly version: string; readonly end: LogCursor } | null): SeatMapWatch {
    this.#sendDelta();
    const since = held && this.#credible(held.version, held.end);
    const watch = new SeatMapWatch(
      () => this.#map.snapshot(),
      () => this.#end(watch),
    );
    const missed = since === null ? 'unknown' : this.#ring.since(since);
    if (since === null || missed === 'unknown') watch.startWithSnapshot(held !== null);
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

  /**
   * The event has come to another plan, and the rows are those of it already. Everybody gets a snapshot of them: no delta
   * leads from the seats of one plan to those of another. Whoever begins meanwhile gets the plan before, which is whole.
   */
  async #followPlan(): Promise<void> {
    this.#sendDelta();
    const held: (MapFact | PlanFact)[] = [];
    this.#held = held;
    const rows = await this.#reread().catch(() => null);
    if (this.#isClosed) return;
    // Whoever watches comes back, and finds a map that is made anew.
    if (!rows) return this.close();
    this.#map = new SeatMap(rows);
    this.#ring = new DeltaRing(rows.version);
    this.#held = null;
    for (const fact of held) this.receive(fact);
    for (const watch of this.#watches) watch.restart();
  }

  /**
   * The version, unless it is none, one of another log or plan, or one that nobody can have yet: then the client gets
   * a snapshot. Waiting for a change that leads on from such a version would be waiting for good.
   */
  #credible(version: string, end: LogCursor): LogCursor | null {
    const newest = versionOnPlan(end, this.#map.planChanges);
    if (!isLogCursor(version) || !isSameLog(version, newest)) return null;
    return compareCursors(version, newest) <= 0 ? version : null;
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
