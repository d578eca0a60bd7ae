import type { SeatingPlanId } from '@parterre/contracts/kernel/ids.ts';
import { compareCursors, type LogCursor } from '@parterre/platform/kernel/log-cursor.ts';

/** Where a seat stands at an event; one character, as rows and maps store it. */
export type SeatCode = 'F' | 'H' | 'S' | 'B';
export type SeatState = 'FREE' | 'HELD' | 'SOLD' | 'BLOCKED';

const states: Readonly<Record<SeatCode, SeatState>> = { F: 'FREE', H: 'HELD', S: 'SOLD', B: 'BLOCKED' };
const codes: Readonly<Record<SeatState, SeatCode>> = { FREE: 'F', HELD: 'H', SOLD: 'S', BLOCKED: 'B' };

export function seatState(code: SeatCode): SeatState {
  return states[code];
}

export function seatCode(state: SeatState): SeatCode {
  return codes[state];
}

/** An event's map as its rows tell it, read at a time when the log had come to `version` or further. */
export interface SeatMapRows {
  readonly version: LogCursor;
  /** The plan that everything else here is about. */
  readonly planId: SeatingPlanId;
  /** How often the event has come to another plan. */
  readonly planChanges: number;
  /** Changes of seats up to this version were made on an earlier plan. */
  readonly versionsFrom: number;
  /** One character a seat, in plan order. */
  readonly states: string;
  /** The version of each seat's row, in plan order. */
  readonly seatVersions: readonly number[];
  readonly standing: readonly StandingRows[];
}
export interface StandingRows {
  readonly sectionId: string;
  readonly capacity: number;
  /** By shard number. */
  readonly shards: readonly { readonly taken: number; readonly version: number }[];
}

/** What one fact says about the map. `code` is the state of every seat that it names. */
export interface MapFact {
  readonly position: LogCursor;
  readonly code: SeatCode;
  readonly seats: readonly { readonly seatId: string; readonly index: number; readonly version: number }[];
  readonly standing: readonly {
    readonly sectionId: string;
    readonly shard: number;
    readonly taken: number;
    readonly version: number;
  }[];
}

/** The event has come to another plan: its map is another one from here on. */
export interface PlanFact {
  readonly position: LogCursor;
  readonly planId: string;
}

/**
 * A position of the log as a version of the map on the event's plan of now. What a client holds of the map on an earlier
 * plan is a version of another log: its indexes mean other seats, so nothing may lead on from it.
 */
export function versionOnPlan(position: LogCursor, planChanges: number): LogCursor {
  return planChanges === 0 ? position : position.replace('.', `p${planChanges}.`);
}

export interface Availability {
  readonly sectionId: string;
  readonly capacity: number;
  readonly available: number;
}
export interface SeatMapSnapshot {
  readonly version: LogCursor;
  readonly planId: SeatingPlanId;
  readonly states: string;
  readonly standing: readonly Availability[];
}
export interface SeatMapDelta {
  readonly fromVersion: LogCursor;
  readonly version: LogCursor;
  readonly changes: readonly SeatMapChange[];
  readonly standing: readonly Availability[];
}
export interface SeatMapChange {
  readonly index: number;
  readonly seatId: string;
  readonly code: SeatCode;
}

/**
 * One event's map in memory: made from the rows once, kept by the facts. Rows may be ahead of the log, so a
 * fact changes a seat only when it is newer than what is known of that seat; no seat goes back in time.
 * A fact that is known already is still told in the next delta, with the state of now: somebody who read the
 * map at an earlier version may not have seen it.
 */
export class SeatMap {
  readonly planId: SeatingPlanId;
  readonly planChanges: number;
  readonly #versionsFrom: number;
  #version: LogCursor;
  readonly #states: Uint8Array;
  readonly #seatVersions: Int32Array;
  readonly #standing = new Map<string, { capacity: number; shards: { taken: number; version: number }[] }>();
  #flushedVersion: LogCursor;
  readonly #touchedSeats = new Map<number, string>();
  readonly #touchedSections = new Set<string>();

  constructor(rows: SeatMapRows) {
    this.planId = rows.planId;
    this.planChanges = rows.planChanges;
    this.#versionsFrom = rows.versionsFrom;
    this.#version = rows.version;
    this.#flushedVersion = rows.version;
    this.#states = Uint8Array.from(rows.states, (character) => character.charCodeAt(0));
    this.#seatVersions = Int32Array.from(rows.seatVersions);
    for (const { sectionId, capacity, shards } of rows.standing) {
      this.#standing.set(sectionId, { capacity, shards: shards.map((shard) => ({ ...shard })) });
    }
  }

  /** The version that deltas have brought everybody to. */
  get version(): LogCursor {
    return this.#flushedVersion;
  }

  /** Whether facts have been applied that no delta has told yet. */
  get hasNews(): boolean {
    return this.#flushedVersion !== this.#version;
  }

  /** Applies a fact. One that is not after the map's version is a repetition and changes nothing. */
  apply(fact: MapFact): void {
    const position = versionOnPlan(fact.position, this.planChanges);
    if (compareCursors(position, this.#version) <= 0) return;
    this.#version = position;
    for (const { seatId, index, version } of fact.seats) {
      // Of the plan before, whose facts may still be on their way: there the index means another seat.
      if (version <= this.#versionsFrom) continue;
      this.#raiseSeat(index, version, fact.code.charCodeAt(0));
      this.#touchedSeats.set(index, seatId);
    }
    for (const { sectionId, shard, taken, version } of fact.standing) {
      this.#raiseShard(sectionId, shard, taken, version);
      if (this.#standing.has(sectionId)) this.#touchedSections.add(sectionId);
    }
  }

  /**
   * Takes over what rows of the same plan say that is newer than the facts so far. Told to nobody: the facts are on their
   * way, and their deltas will carry these states.
   */
  learn(rows: Pick<SeatMapRows, 'planId' | 'states' | 'seatVersions' | 'standing'>): void {
    if (rows.planId !== this.planId) return;
    rows.seatVersions.forEach((version, index) => {
      this.#raiseSeat(index, version, rows.states.charCodeAt(index));
    });
    for (const { sectionId, shards } of rows.standing) {
      shards.forEach(({ taken, version }, shard) => {
        this.#raiseShard(sectionId, shard, taken, version);
      });
    }
  }

  /** What the facts since the last delta changed; null when there were none. */
  takeDelta(): SeatMapDelta | null {
    if (!this.hasNews) return null;
    const delta = {
      fromVersion: this.#flushedVersion,
      version: this.#version,
      changes: [...this.#touchedSeats].map(([index, seatId]) => ({
        index,
        seatId,
        code: this.#codeOf(index),
      })),
      standing: [...this.#touchedSections].map((sectionId) => this.#availability(sectionId)),
    };
    this.#flushedVersion = this.#version;
    this.#touchedSeats.clear();
    this.#touchedSections.clear();
    return delta;
  }

  /** The whole map, at the version of the last delta, or newer in places that the next delta will tell. */
  snapshot(): SeatMapSnapshot {
    return {
      version: this.#flushedVersion,
      planId: this.planId,
      states: Buffer.from(this.#states).toString('latin1'),
      standing: [...this.#standing.keys()].map((sectionId) => this.#availability(sectionId)),
    };
  }

  #raiseSeat(index: number, version: number, code: number): void {
    const known = this.#seatVersions[index];
    if (known === undefined || version <= known) return;
    this.#seatVersions[index] = version;
    this.#states[index] = code;
  }

  #raiseShard(sectionId: string, shard: number, taken: number, version: number): void {
    const known = this.#standing.get(sectionId)?.shards[shard];
    if (!known || version <= known.version) return;
    known.taken = taken;
    known.version = version;
  }

  #codeOf(index: number): SeatCode {
    return String.fromCharCode(this.#states[index] ?? 0) as SeatCode;
  }

  #availability(sectionId: string): Availability {
    const { capacity, shards } = this.#standing.get(sectionId) ?? { capacity: 0, shards: [] };
    const taken = shards.reduce((sum, shard) => sum + shard.taken, 0);
    return { sectionId, capacity, available: capacity - taken };
  }
}

export interface SeatChoice {
  /** Only seats in this state. */
  readonly code: SeatCode | null;
  /** First index that counts. */
  readonly from: number;
  /** First index that no longer counts. */
  readonly to: number;
  readonly limit: number;
}

/** The first `limit` seats of a map that are wanted, in plan order. */
export function pickSeats(
  states: string,
  { code, from, to, limit }: SeatChoice,
): { readonly index: number; readonly code: SeatCode }[] {
  const picked: { index: number; code: SeatCode }[] = [];
  const end = Math.min(to, states.length);
  for (let index = from; index < end && picked.length < limit; index += 1) {
    const state = states.charAt(index) as SeatCode;
    if (code === null || state === code) picked.push({ index, code: state });
  }
  return picked;
}
