import type { Interaction } from './answering/interaction.ts';
import type { Destination } from './answering/pilot.ts';
import { lightTheme, type Preferences, type Theme, themeFor, watchPreferences } from './colors/theme.ts';
import { type ZoneLook, zoneLooks } from './colors/zones.ts';
import { EarlyEvents } from './early-events.ts';
import { mapElement } from './map-element.ts';
import { Emitter, type MapEvents } from './map-events.ts';
import { Camera, type Level } from './picture/camera.ts';
import { fetchSeats, Painter } from './picture/painter.ts';
import { FADED, type Scene, sectionInMiddle } from './picture/scene.ts';
import type { StoreChange } from './places/change-gatherer.ts';
import { everything, isSameFilter, type PlaceFilter, passingZones, seatTest } from './places/filter.ts';
import { look } from './places/looks.ts';
import type { SeatStore } from './places/store.ts';
import { groundOf } from './plan/ground.ts';
import { countSections, type SectionCount } from './plan/sections.ts';
import type { Say } from './say.ts';
import { Speaker } from './speaker.ts';

export interface SeatMapOptions {
  readonly store: SeatStore;
  /** By id of the zone, in minor units. */
  readonly prices: ReadonlyMap<string, number>;
  readonly say: Say;
  readonly filter?: PlaceFilter;
  /** How many sit together: a click takes so many neighbours. */
  readonly party?: number;
  /** Instead of what the system prefers. */
  readonly prefers?: Partial<Preferences>;
  /** Instead of the colours of theme.ts. */
  readonly theme?: (prefers: Preferences, element: HTMLElement) => Theme;
  readonly hasMinimap?: boolean;
  /** Canvas 2D even where there is WebGL2. */
  readonly isPlain?: boolean;
  /** How long a picture took in script, in milliseconds. */
  readonly onPainted?: (scriptMs: number) => void;
}

/** The picture of a hall, to look at and to choose in. Fills the element that it is put in. */
export class SeatMap {
  readonly #store: SeatStore;
  readonly #options: SeatMapOptions;
  readonly #root: HTMLElement;
  readonly #scene: Scene;
  readonly #speaker: Speaker;
  readonly #painter: Painter;
  readonly #events: EarlyEvents<Interaction>;
  readonly #emitter = new Emitter();
  readonly #preferences: ReturnType<typeof watchPreferences>;
  readonly #unsubscribe: () => void;
  #prices: ReadonlyMap<string, number>;
  #filter: PlaceFilter;
  #passes: (seat: number) => boolean;
  #party: number;
  #told = '';

  /** @param element needs a height of its own */
  constructor(element: HTMLElement, options: SeatMapOptions) {
    const { store, say } = options;
    const { plan } = store;
    this.#store = store;
    this.#options = options;
    this.#prices = options.prices;
    this.#filter = options.filter ?? everything;
    this.#party = options.party ?? 1;
    this.#passes = seatTest(plan, this.#prices, this.#filter);
    this.#scene = {
      plan,
      ...groundOf(plan),
      camera: new Camera({ bounds: plan.bounds, pitch: plan.pitch, hasSeats: plan.seatCount > 0 }),
      say,
      drawn: new Uint8Array(plan.seatCount),
      theme: lightTheme,
      zones: [],
      counts: [],
      focus: null,
      hasFocusRing: false,
      pointed: null,
      lit: [],
      lost: new Map(),
      own: [],
    };
    this.#speaker = new Speaker();
    this.#root = mapElement(say.map());
    this.#root.append(this.#speaker.element);
    element.append(this.#root);
    this.#preferences = watchPreferences(() => this.#recolor());
    const onFault = (error: unknown) => this.#emitter.emit('fault', { error });
    this.#painter = new Painter(this.#root, this.#scene, {
      isPlain: options.isPlain ?? false,
      onFrame: () => this.#tellLevel(),
      onPainted: (scriptMs) => {
        void this.#events.call();
        options.onPainted?.(scriptMs);
      },
      onFault,
    });
    this.#events = new EarlyEvents(this.#root, () => this.#fetchInteraction(), onFault);
    this.#unsubscribe = store.subscribe((change) => this.#onStore(change));
    this.#recolor();
    this.#refresh();
  }

  /** Fetches what draws seats: for who has to wait for the plan anyway. */
  static prepare(): void {
    // The map that needs it tells of it.
    fetchSeats().catch(() => {});
  }

  get level(): Level {
    return this.#scene.camera.level;
  }

  /** How zones look now, in plan order: for chips, cards and lists. */
  get zones(): readonly ZoneLook[] {
    return this.#scene.zones;
  }

  /** What the filter leaves of each section, in plan order. */
  get counts(): readonly SectionCount[] {
    return this.#scene.counts;
  }

  /** How seats are drawn; null before the first of them. */
  get renderer(): 'webgl' | '2d' | null {
    return this.#painter.rendererKind;
  }

  /** @returns ends it */
  on<Name extends keyof MapEvents>(name: Name, listener: (event: MapEvents[Name]) => void): () => void {
    return this.#emitter.on(name, listener);
  }

  setFilter(filter: PlaceFilter): void {
    if (isSameFilter(filter, this.#filter)) return;
    this.#filter = filter;
    this.#pass();
  }

  setPrices(prices: ReadonlyMap<string, number>): void {
    this.#prices = prices;
    this.#pass();
    this.#recolor();
  }

  /** @param count 1 to 10 */
  setParty(count: number): void {
    this.#party = count;
    this.#light([]);
  }

  flyTo(target: Destination): void {
    this.#events.ask(({ pilot }) => pilot.flyTo(target));
  }

  /** About the middle: 1.5 for a plus, 1 / 1.5 for a minus. */
  zoomBy(factor: number): void {
    this.#events.ask(({ pilot }) => pilot.zoomBy(factor));
  }

  /** From seats to their section, from a section to the whole hall. */
  goUp(): void {
    this.#events.ask(({ pilot }) => pilot.goUp());
  }

  focus(): void {
    this.#root.focus({ preventScroll: true });
  }

  destroy(): void {
    this.#unsubscribe();
    this.#events.stop();
    this.#preferences.stop();
    this.#painter.destroy();
    this.#root.remove();
  }

  /**
   * What answers pointers and keys, and what is drawn for who uses them: it comes after the first picture, or with the first
   * event if that is sooner.
   */
  async #fetchInteraction(): Promise<() => Interaction> {
    const { Interaction } = await import('./answering/interaction.ts');
    return () => {
      const interaction = new Interaction({
        root: this.#root,
        hasMinimap: this.#options.hasMinimap ?? true,
        scene: this.#scene,
        store: this.#store,
        emitter: this.#emitter,
        passes: (seat) => this.#passes(seat),
        party: () => this.#party,
        prices: () => this.#prices,
        isMotionReduced: () => this.#isMotionReduced,
        light: (seats) => this.#light(seats),
        invalidate: () => this.#painter.invalidate(),
        follow: () => this.#painter.follow(),
        speak: (words) => this.#speaker.speak(words),
      });
      this.#painter.add(interaction.details);
      return interaction;
    };
  }

  /** Rings around what a click would take. */
  #light(seats: readonly number[]): void {
    const { lit } = this.#scene;
    if (seats.length === lit.length && seats.every((seat, at) => seat === lit[at])) return;
    this.#scene.lit = seats;
    this.#painter.invalidate();
  }

  #onStore(change: StoreChange): void {
    this.#refresh(change.isAll ? 'all' : change.seats);
    if (change.lost.length > 0) this.#events.ask((interaction) => interaction.tellLost(change.lost));
  }

  #pass(): void {
    this.#passes = seatTest(this.#store.plan, this.#prices, this.#filter);
    this.#refresh();
  }

  /** Bytes to draw and counts to tell, from the store. */
  #refresh(seats: Iterable<number> | 'all' = 'all'): void {
    const scene = this.#scene;
    const { looks, plan, mine, chosen } = this.#store;
    const show = (seat: number) => {
      const state = looks[seat] ?? look.blocked;
      scene.drawn[seat] = state < look.chosen && !this.#passes(seat) ? state | FADED : state;
    };
    if (seats === 'all') for (let seat = 0; seat < plan.seatCount; seat += 1) show(seat);
    else for (const seat of seats) show(seat);
    scene.own = [...mine, ...chosen];
    scene.counts = countSections(plan, {
      looks,
      available: (section) => this.#store.available(section),
      prices: this.#prices,
      passes: this.#passes,
      passingZones: passingZones(plan, this.#prices, this.#filter),
    });
    this.#painter.update(seats);
  }

  #recolor(): void {
    const prefers = { ...this.#preferences.read(), ...this.#options.prefers };
    const scene = this.#scene;
    scene.theme = (this.#options.theme ?? themeFor)(prefers, this.#root);
    const looks = zoneLooks(scene.plan.zones, { prices: this.#prices, ...scene.theme });
    scene.zones = scene.theme.isForced ? looks.map((zone) => ({ ...zone, color: scene.theme.ink })) : looks;
    this.#root.style.background = scene.theme.paper;
    this.#painter.recolor();
  }

  get #isMotionReduced(): boolean {
    return this.#options.prefers?.isMotionReduced ?? this.#preferences.read().isMotionReduced;
  }

  #tellLevel(): void {
    const { level, isWhole } = this.#scene.camera;
    const section = level === 'overview' ? null : sectionInMiddle(this.#scene);
    const next = `${level} ${section} ${isWhole}`;
    if (next === this.#told) return;
    this.#told = next;
    this.#emitter.emit('level', { level, section, isWhole });
  }
}
