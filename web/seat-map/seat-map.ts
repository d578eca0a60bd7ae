import { Camera, type Level } from './camera.ts';
import type { StoreChange } from './change-gatherer.ts';
import { everything, isSameFilter, type PlaceFilter, passingZones, seatTest } from './filter.ts';
import { groundOf } from './ground.ts';
import { Interaction } from './interaction.ts';
import { look } from './looks.ts';
import { Emitter, type MapEvents } from './map-events.ts';
import { freeNextTo } from './neighbours.ts';
import { Painter } from './painter.ts';
import { type Destination, Pilot } from './pilot.ts';
import type { Say } from './say.ts';
import { FADED, type Scene } from './scene.ts';
import { seatParts } from './seat-names.ts';
import { countSections, type SectionCount } from './sections.ts';
import { Speaker } from './speaker.ts';
import type { SeatStore } from './store.ts';
import { lightTheme, type Preferences, type Theme, themeFor, watchPreferences } from './theme.ts';
import { type ZoneLook, zoneLooks } from './zones.ts';

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
  readonly #root = document.createElement('div');
  readonly #scene: Scene;
  readonly #speaker: Speaker;
  readonly #pilot: Pilot;
  readonly #painter: Painter;
  readonly #interaction: Interaction;
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
    this.#speaker = new Speaker(say);
    this.#setUp(element);
    this.#preferences = watchPreferences(() => this.#recolor());
    this.#pilot = new Pilot(
      this.#scene,
      () => this.#isMotionReduced,
      () => {
        this.#interaction.light([]);
        this.#painter.invalidate();
      },
    );
    this.#painter = new Painter(this.#root, this.#scene, {
      isPlain: options.isPlain ?? false,
      hasMinimap: options.hasMinimap ?? true,
      onFrame: () => this.#tellLevel(),
      onPainted: options.onPainted ?? (() => {}),
    });
    this.#interaction = this.#interact();
    this.#unsubscribe = store.subscribe((change) => this.#onStore(change));
    this.#recolor();
    this.#refresh();
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
    this.#interaction.light([]);
  }

  flyTo(target: Destination): void {
    this.#pilot.flyTo(target);
  }

  /** About the middle: 1.5 for a plus, 1 / 1.5 for a minus. */
  zoomBy(factor: number): void {
    this.#pilot.zoomBy(factor);
  }

  /** From seats to their section, from a section to the whole hall. @returns whether there was a way up */
  goUp(): boolean {
    return this.#pilot.goUp();
  }

  focus(): void {
    this.#root.focus({ preventScroll: true });
  }

  destroy(): void {
    this.#unsubscribe();
    this.#interaction.stop();
    this.#preferences.stop();
    this.#painter.destroy();
    this.#root.remove();
  }

  #setUp(element: HTMLElement): void {
    Object.assign(this.#root.style, {
      position: 'relative',
      width: '100%',
      height: '100%',
      overflow: 'hidden',
      touchAction: 'none',
      userSelect: 'none',
      outline: 'none',
    });
    this.#root.tabIndex = 0;
    this.#root.setAttribute('role', 'application');
    this.#root.setAttribute('aria-label', this.#options.say.map());
    this.#root.append(this.#speaker.element);
    element.append(this.#root);
  }

  #interact(): Interaction {
    const { say } = this.#options;
    return new Interaction({
      root: this.#root,
      minimap: this.#painter.minimap,
      scene: this.#scene,
      store: this.#store,
      pilot: this.#pilot,
      emitter: this.#emitter,
      passes: (seat) => this.#passes(seat),
      party: () => this.#party,
      invalidate: () => this.#painter.invalidate(),
      speakName: (target) => this.#speaker.name(this.#scene, this.#store, this.#prices, target),
      speakRefusal: (reason) => this.#speaker.speak(say.refused(reason)),
    });
  }

  #onStore(change: StoreChange): void {
    this.#refresh(change.isAll ? 'all' : change.seats);
    if (change.lost.length === 0) return;
    const { plan, blocks, isFree } = this.#store;
    const now = performance.now();
    for (const seat of change.lost) if (!this.#isMotionReduced) this.#scene.lost.set(seat, now);
    const lost = change.lost.map((seat) => ({ seat, nextTo: freeNextTo(blocks, isFree, seat, 2) }));
    const named = lost.map(({ seat, nextTo }) => ({
      seat: seatParts(plan, seat),
      nextTo: nextTo.map((at) => seatParts(plan, at)),
    }));
    this.#speaker.speak(this.#options.say.lost(named));
    this.#emitter.emit('lost', lost);
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
    const section = level === 'overview' ? null : this.#pilot.sectionInMiddle();
    const next = `${level} ${section} ${isWhole}`;
    if (next === this.#told) return;
    this.#told = next;
    this.#emitter.emit('level', { level, section, isWhole });
  }
}
