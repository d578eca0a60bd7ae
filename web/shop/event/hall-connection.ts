import type { SeatMapChangedSubscription } from '../../graphql/generated/graphql.ts';
import type { LiveConnection, LiveMessage } from '../../graphql/live-connection.ts';
import { loadPlan } from '../../graphql/load-plan.ts';
import { type Limits, SeatStore } from '../../seat-map/places/store.ts';
import { nextTask } from '../../seat-map/plan/slices.ts';
import { SeatMapChanged } from './event-documents.ts';

/** A map as `EventMap` answers it. */
export interface MapAnswer {
  readonly version: string;
  readonly states: string;
  readonly plan: { readonly id: string; readonly geometryUrl: string };
  readonly standing: readonly { readonly section: { readonly id: string }; readonly available: number }[];
}

export type HallState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'fault' }
  /** The event has no map: it is not on sale yet. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'ready'; readonly store: SeatStore };

interface HallConnectionOptions {
  readonly eventId: string;
  readonly limits: Partial<Limits>;
  readonly live: LiveConnection;
  /** Whether what is chosen outlives a reload, as a buyer's choice does; yes unless given. */
  readonly keepsSelection?: boolean;
  /** Asks for `EventMap`; null where the event has none. Throws when nothing comes back. */
  readonly askMap: () => Promise<MapAnswer | null>;
}

/** Whom the server has let go of opens again a moment later; twice as late when nothing has come since. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * The map of one event, kept as of now: loads the plan once, the states, and follows the changes by version. Another plan
 * under the event makes another store.
 */
export class HallConnection {
  readonly #options: HallConnectionOptions;
  readonly #listeners = new Set<() => void>();
  #state: HallState = { kind: 'loading' };
  #stop: (() => void) | undefined;
  #isClosed = false;
  /** Counts openings: what an earlier one learns late is passed over. */
  #openings = 0;
  /** How often it was let go of since something came. */
  #endings = 0;
  #comingBack: ReturnType<typeof setTimeout> | undefined;

  constructor(options: HallConnectionOptions) {
    this.#options = options;
  }

  state(): HallState {
    return this.#state;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Loads, or loads again after a fault. */
  async open(): Promise<void> {
    this.#isClosed = false;
    this.#letGo();
    this.#openings += 1;
    const own = this.#openings;
    const isOurs = () => own === this.#openings && !this.#isClosed;
    const before = this.#state.kind === 'ready' ? this.#state.store : null;
    if (!before) this.#become({ kind: 'loading' });
    try {
      const map = await this.#options.askMap();
      if (!isOurs()) return;
      if (!map) return this.#become({ kind: 'closed' });
      // Who has been let go of goes on with what is on the screen: what was chosen there is more than seats.
      if (before?.applySnapshot(snapshotOf(map, map.plan.id)) === 'applied') return this.#follow(before);
      this.#become({ kind: 'loading' });
      const plan = await loadPlan(map.plan.geometryUrl);
      const store = new SeatStore({
        plan,
        eventId: this.#options.eventId,
        limits: this.#options.limits,
        storage: this.#options.keepsSelection === false ? undefined : sessionStorage,
      });
      store.applySnapshot(snapshotOf(map, map.plan.id));
      // What shows the hall has the next task for itself.
      await nextTask();
      if (!isOurs()) return;
      this.#become({ kind: 'ready', store });
      this.#follow(store);
    } catch {
      if (!isOurs()) return;
      if (before && this.#state.kind === 'ready') this.#comeBack();
      else this.#become({ kind: 'fault' });
    }
  }

  /** Takes the states as they are now, without waiting for the next change. Throws when nothing comes back. */
  async refresh(): Promise<void> {
    const map = await this.#options.askMap();
    if (!map || this.#state.kind !== 'ready') return;
    if (this.#state.store.applySnapshot(snapshotOf(map, map.plan.id)) === 'other-plan') await this.open();
  }

  close(): void {
    this.#isClosed = true;
    this.#letGo();
  }

  #letGo(): void {
    clearTimeout(this.#comingBack);
    this.#stop?.();
  }

  #follow(store: SeatStore): void {
    this.#stop?.();
    this.#stop = this.#options.live.subscribe(
      {
        query: SeatMapChanged.toString(),
        variables: { id: this.#options.eventId },
        ...(store.version === null ? {} : { since: store.version }),
      },
      {
        next: (message) => this.#take(store, message),
        // The event went off sale, or the server has let go of it: what stands now is asked anew.
        ended: () => this.#comeBack(),
      },
    );
  }

  /** Not at once: all who watch an event are let go of together, and a reason that stays would be met again and again. */
  #comeBack(): void {
    if (this.#isClosed) return;
    const longest = Math.min(FIRST_PAUSE_MS * 2 ** this.#endings, LONGEST_PAUSE_MS);
    this.#endings += 1;
    clearTimeout(this.#comingBack);
    this.#comingBack = setTimeout(() => void this.open(), longest * (0.5 + Math.random() / 2));
  }

  #take(store: SeatStore, { data }: LiveMessage): void {
    const change = (data as SeatMapChangedSubscription | null | undefined)?.seatMapChanged;
    if (!change) return;
    this.#endings = 0;
    if (change.__typename === 'SeatMapSnapshot') {
      const taken = store.applySnapshot(snapshotOf(change, change.plan.id));
      if (taken === 'other-plan') void this.open();
      return;
    }
    const delta = { ...change, standing: change.standing.map(standingOf) };
    if (store.applyDelta(delta) === 'gap') this.#follow(store);
  }

  #become(state: HallState): void {
    if (this.#isClosed) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function snapshotOf({ version, states, standing }: Omit<MapAnswer, 'plan'>, planId: string) {
  return { planId, version, states, standing: standing.map(standingOf) };
}

function standingOf({ section, available }: MapAnswer['standing'][number]) {
  return { sectionId: section.id, available };
}
