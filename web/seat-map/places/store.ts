import type { Plan } from '../plan/geometry.ts';
import { groundOf } from '../plan/ground.ts';
import { type Blocks, strandedBy } from '../plan/neighbours.ts';
import { ChangeGatherer, type StoreChange } from './change-gatherer.ts';
import { type KeptStorage, readKept, writeKept } from './kept-selection.ts';
import { type Look, look, lookOfLetter, lookOfState } from './looks.ts';

interface Standing {
  readonly sectionId: string;
  readonly available: number;
}

/** The whole map: of `Event.seatMap`, or a SeatMapSnapshot. */
export interface SeatSnapshot {
  readonly planId: string;
  readonly version: string;
  /** A letter a seat. */
  readonly states: string;
  readonly standing: readonly Standing[];
}

/** A SeatMapDelta. */
export interface SeatDelta {
  readonly fromVersion: string;
  readonly version: string;
  readonly changes: readonly { readonly index: number; readonly state: keyof typeof lookOfState }[];
  readonly standing: readonly Standing[];
}

/** What one may choose. */
export interface Limits {
  /** Places at most, seats and standing; what is held already counts too. */
  readonly most: number;
  /** Whether no free seat may be left alone. */
  readonly refusesSingleSeats: boolean;
  /** An organizer chooses seats in any state. */
  readonly choosable: 'free' | 'all';
}

/** Why something cannot be chosen, or cannot be held as it is. */
export type Reason =
  | { readonly kind: 'not-free'; readonly seats: readonly number[] }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'sold-out'; readonly section: number }
  | { readonly kind: 'leaves-single'; readonly seats: readonly number[] };

export interface SeatStoreOptions {
  readonly plan: Plan;
  readonly eventId: string;
  readonly limits?: Partial<Limits>;
  /** Where the selection outlives a reload: sessionStorage. */
  readonly storage?: KeptStorage | undefined;
  /** Calls back once, soon: with the next frame unless given. */
  readonly schedule?: (run: () => void) => void;
}

/** Where every place of an event stands, and what the buyer has chosen. Knows nothing of drawing. */
export class SeatStore {
  readonly plan: Plan;
  readonly blocks: Blocks;
  /** A value of `look` a seat, as to be drawn. Read only. */
  readonly looks: Uint8Array;
  readonly #states: Uint8Array;
  readonly #options: SeatStoreOptions;
  readonly #changes: ChangeGatherer;
  readonly #chosen = new Set<number>();
  readonly #standingChosen = new Map<number, number>();
  readonly #standing: Int32Array;
  #mine = new Set<number>();
  #underWay = new Set<number>();
  #limits: Limits;
  #version: string | null = null;

  constructor(options: SeatStoreOptions) {
    const { plan } = options;
    this.plan = plan;
    this.blocks = groundOf(plan).blocks;
    this.looks = new Uint8Array(plan.seatCount).fill(look.blocked);
    this.#states = new Uint8Array(plan.seatCount).fill(look.blocked);
    this.#standing = new Int32Array(plan.sections.length);
    this.#options = options;
    this.#changes = new ChangeGatherer(options.schedule);
    this.#limits = { most: 10, refusesSingleSeats: false, choosable: 'free', ...options.limits };
    const kept = readKept(options.storage, options.eventId, plan.id);
    for (const seat of kept.seats) if (seat < plan.seatCount) this.#chosen.add(seat);
    for (const [section, count] of kept.standing) this.#standingChosen.set(section, count);
  }

  /** Of the states; null before the first snapshot. Hand it to `seatMapChanged(sinceVersion:)`. */
  get version(): string | null {
    return this.#version;
  }

  /** In the order in which they were chosen. */
  get chosen(): readonly number[] {
    return [...this.#chosen];
  }

  /** Chosen standing places by position of the section. */
  get chosenStanding(): ReadonlyMap<number, number> {
    return this.#standingChosen;
  }

  get mine(): ReadonlySet<number> {
    return this.#mine;
  }

  get limits(): Limits {
    return this.#limits;
  }

  isFree = (seat: number): boolean => this.#states[seat] === look.free && !this.#mine.has(seat);

  /** What the server says of a seat, chosen or not. */
  stateOf = (seat: number): Look => (this.#states[seat] ?? look.blocked) as Look;

  /** Standing places left in a section. */
  available(section: number): number {
    return this.#standing[section] ?? 0;
  }

  /** @returns 'other-plan' when the event has come to another plan: make a new store for that one */
  applySnapshot(snapshot: SeatSnapshot): 'applied' | 'other-plan' {
    if (snapshot.planId !== this.plan.id) return 'other-plan';
    if (snapshot.states.length !== this.plan.seatCount) {
      throw new Error(`expected ${this.plan.seatCount} states, got ${snapshot.states.length}`);
    }
    for (let seat = 0; seat < this.plan.seatCount; seat += 1) {
      this.#states[seat] = lookOfLetter(snapshot.states.charCodeAt(seat));
    }
    this.#version = snapshot.version;
    this.#changes.next.isAll = true;
    this.#applyStanding(snapshot.standing);
    this.#dropLost(this.#chosen);
    for (let seat = 0; seat < this.plan.seatCount; seat += 1) this.#show(seat);
    return 'applied';
  }

  /** @returns 'gap' when it is of another version: subscribe again, with `version` */
  applyDelta(delta: SeatDelta): 'applied' | 'gap' {
    if (this.#version === null || delta.fromVersion !== this.#version) return 'gap';
    for (const { index, state } of delta.changes) this.#states[index] = lookOfState[state];
    this.#version = delta.version;
    this.#applyStanding(delta.standing);
    const touched = delta.changes.map(({ index }) => index);
    this.#dropLost(touched.filter((seat) => this.#chosen.has(seat)));
    for (const seat of touched) {
      // It looks chosen whatever its state, and somebody may wait for that.
      if (this.#chosen.has(seat)) this.#changes.next.seats.add(seat);
      this.#show(seat);
    }
    return 'applied';
  }

  /** Chooses all of these seats, or none and says why. */
  choose(seats: readonly number[]): Reason | null {
    const added = seats.filter((seat) => !this.#chosen.has(seat));
    const taken = added.filter((seat) => this.#mine.has(seat) || !this.isChoosable(seat));
    if (taken.length > 0) return { kind: 'not-free', seats: taken };
    if (this.placeCount + added.length > this.#limits.most)
      return { kind: 'too-many', most: this.#limits.most };
    for (const seat of added) this.#chosen.add(seat);
    this.#selectionChanged(added);
    return null;
  }

  release(seats: readonly number[]): void {
    this.#selectionChanged(seats.filter((seat) => this.#chosen.delete(seat)));
  }

  toggle(seat: number): Reason | null {
    if (!this.#chosen.has(seat)) return this.choose([seat]);
    this.release([seat]);
    return null;
  }

  /** @param section position in the plan  @param count 0 lets them go */
  chooseStanding(section: number, count: number): Reason | null {
    const before = this.#standingChosen.get(section) ?? 0;
    if (count > before && count > this.available(section)) return { kind: 'sold-out', section };
    if (this.placeCount - before + count > this.#limits.most)
      return { kind: 'too-many', most: this.#limits.most };
    if (count > 0) this.#standingChosen.set(section, count);
    else this.#standingChosen.delete(section);
    this.#changes.next.isStanding = true;
    this.#selectionChanged([]);
    return null;
  }

  clear(): void {
    this.#standingChosen.clear();
    this.release(this.chosen);
    this.#selectionChanged([]);
  }

  /** What speaks against holding what is chosen now. */
  faults(): readonly Reason[] {
    if (!this.#limits.refusesSingleSeats) return [];
    const seats = strandedBy(this.blocks, this.isFree, this.chosen);
    return seats.length > 0 ? [{ kind: 'leaves-single', seats }] : [];
  }

  setLimits(limits: Partial<Limits>): void {
    this.#limits = { ...this.#limits, ...limits };
    this.#changes.next.isSelection = true;
  }

  /** The seats that the buyer's open booking holds: not chosen any more, and no loss when they are told as held. */
  setMine(seats: Iterable<number>): void {
    const before = this.#mine;
    this.#mine = new Set(seats);
    this.#selectionChanged([...this.#mine].filter((seat) => this.#chosen.delete(seat)));
    for (const seat of new Set([...before, ...this.#mine])) this.#show(seat);
  }

  /** From now on what is chosen may be told as held: by oneself. Ends with `holdEnded`. */
  holdStarted(): void {
    this.#underWay = new Set(this.#chosen);
  }

  /** @param held seats that are the buyer's now; empty when the hold was refused */
  holdEnded(held: Iterable<number>): void {
    this.#underWay = new Set();
    const added = [...held];
    if (added.length > 0) this.#standingChosen.clear();
    this.setMine([...this.#mine, ...added]);
    const left = this.chosen;
    this.#dropLost(left);
    for (const seat of left) this.#show(seat);
  }

  /** @returns ends it */
  subscribe(listener: (change: StoreChange) => void): () => void {
    return this.#changes.subscribe(listener);
  }

  /** Places that count towards `Limits.most`. */
  get placeCount(): number {
    let standing = 0;
    for (const count of this.#standingChosen.values()) standing += count;
    return this.#chosen.size + this.#mine.size + standing;
  }

  isChoosable(seat: number): boolean {
    return this.#limits.choosable === 'all' || this.isFree(seat);
  }

  #applyStanding(standing: readonly Standing[]): void {
    if (standing.length === 0) return;
    for (const { sectionId, available } of standing) {
      const at = this.plan.sections.findIndex(({ id }) => id === sectionId);
      if (at >= 0) this.#standing[at] = available;
    }
    this.#changes.next.isStanding = true;
  }

  #dropLost(seats: Iterable<number>): void {
    const lost = [...seats].filter(
      (seat) => this.#chosen.has(seat) && !this.#underWay.has(seat) && !this.isChoosable(seat),
    );
    if (lost.length === 0) return;
    for (const seat of lost) this.#chosen.delete(seat);
    this.#changes.next.lost.push(...lost);
    this.#selectionChanged(lost);
  }

  #selectionChanged(seats: readonly number[]): void {
    for (const seat of seats) this.#show(seat);
    this.#changes.next.isSelection = true;
    const { storage, eventId, plan } = this.#options;
    writeKept(storage, eventId, plan.id, { seats: this.chosen, standing: [...this.#standingChosen] });
  }

  #show(seat: number): void {
    const state = this.#states[seat] ?? look.blocked;
    const next = this.#mine.has(seat) ? look.mine : this.#chosen.has(seat) ? look.chosen : state;
    if (this.looks[seat] === next) return;
    this.looks[seat] = next;
    const change = this.#changes.next;
    if (!change.isAll) change.seats.add(seat);
  }
}
