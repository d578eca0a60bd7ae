import { type MapFact, type PlanFact, type SeatMapRows, versionOnPlan } from '../domain/seat-map.ts';
import { LiveSeatMap } from './live-seat-map.ts';
import type { SeatMapFeed, SeatMaps } from './ports/places.ts';
import type { SeatMapWatch } from './seat-map-watch.ts';

export interface LiveSeatMapLimits {
  /** How long facts are gathered before a delta is sent. */
  readonly gatherMs: number;
  /** How long a map that nobody watches any more is kept, so that who comes back misses nothing. */
  readonly lingerMs: number;
  /** Maps in memory at a time. */
  readonly maps: number;
}

/** 50 ms: 20 deltas a second are as live as an eye can tell. 1,000 maps of 10,000 seats are 50 MB. */
export const defaultLiveLimits: LiveSeatMapLimits = { gatherMs: 50, lingerMs: 30_000, maps: 1_000 };

/**
 * The maps that somebody watches, each made once for all who watch it (docs/subscriptions.md). A map is
 * attached to the feed before its rows are read, so that nothing falls between the two.
 */
export class LiveSeatMaps {
  readonly #feed: SeatMapFeed;
  readonly #rows: SeatMaps;
  readonly #limits: LiveSeatMapLimits;
  readonly #maps = new Map<string, Promise<LiveSeatMap | null>>();
  readonly #open = new Map<string, LiveSeatMap>();

  constructor(feed: SeatMapFeed, rows: SeatMaps, limits: LiveSeatMapLimits = defaultLiveLimits) {
    this.#feed = feed;
    this.#rows = rows;
    this.#limits = limits;
  }

  /**
   * Watches an event's map: first a snapshot, or what came after `sinceVersion` as one delta, then every
   * change. Null when the event has no map; 'too-many' when this process watches as many as it can.
   */
  async watch(eventId: string, sinceVersion: string | null): Promise<SeatMapWatch | null | 'too-many'> {
    const end = sinceVersion === null ? null : await this.#feed.endVersion(eventId);
    const held = sinceVersion === null || end === null ? null : { version: sinceVersion, end };
    if (!this.#maps.has(eventId) && this.#maps.size >= this.#limits.maps && !this.#closeIdleMap()) {
      return 'too-many';
    }
    // The map may be closed for idleness between the two awaits of a slow start; then it is made again.
    for (;;) {
      const map = await this.#get(eventId);
      if (!map) return null;
      if (!map.isClosed) return map.watch(held);
    }
  }

  /**
   * Reads maps from the rows, each with a version to subscribe from; what is not published is missing. Watched maps take
   * over what was read, so that no delta shows an older state to a client that has seen it.
   */
  async read(eventIds: readonly string[]): Promise<ReadonlyMap<string, SeatMapRows>> {
    const maps = await this.#readRows(eventIds);
    for (const [id, rows] of maps) this.#open.get(id)?.learn(rows);
    return maps;
  }

  /** Events whose map is in memory. */
  get size(): number {
    return this.#maps.size;
  }

  close(): void {
    for (const map of this.#open.values()) map.close();
  }

  #get(eventId: string): Promise<LiveSeatMap | null> {
    const known = this.#maps.get(eventId);
    if (known) return known;
    const making = this.#make(eventId);
    this.#maps.set(eventId, making);
    // A map that could not be made must not stand in the way of the next try.
    making.then(
      (map) => map ?? this.#maps.delete(eventId),
      () => this.#maps.delete(eventId),
    );
    return making;
  }

  async #make(eventId: string): Promise<LiveSeatMap | null> {
    const buffered: (MapFact | PlanFact)[] = [];
    let map: LiveSeatMap | null = null;
    const detach = await this.#feed.attach(eventId, (fact) => {
      if (map) map.receive(fact);
      else buffered.push(fact);
    });
    try {
      const rows = (await this.#readRows([eventId])).get(eventId);
      if (!rows) {
        detach();
        return null;
      }
      const made = new LiveSeatMap(rows, this.#limits, {
        reread: async () => (await this.#readRows([eventId])).get(eventId) ?? null,
        onClose: () => {
          detach();
          this.#maps.delete(eventId);
          this.#open.delete(eventId);
        },
      });
      for (const fact of buffered) made.receive(fact);
      map = made;
      this.#open.set(eventId, made);
      return made;
    } catch (error) {
      detach();
      throw error;
    }
  }

  /**
   * The version is asked for first: whatever was published until then is committed, so the rows hold all of it, and
   * perhaps more. A subscription from that version tells everything after it, some of it a second time; never does it
   * leave something out.
   */
  async #readRows(eventIds: readonly string[]): Promise<ReadonlyMap<string, SeatMapRows>> {
    const versions = await Promise.all(
      eventIds.map(async (id) => [id, await this.#feed.endVersion(id)] as const),
    );
    const readings = await this.#rows.read(eventIds);
    return new Map(
      versions.flatMap(([id, version]) => {
        const reading = readings.get(id);
        return reading
          ? [[id, { ...reading, version: versionOnPlan(version, reading.planChanges) }] as const]
          : [];
      }),
    );
  }

  #closeIdleMap(): boolean {
    const idle = [...this.#open.values()].find((map) => map.isIdle);
    idle?.close();
    return idle !== undefined;
  }
}
