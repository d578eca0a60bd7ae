import { Camera, type Level, type View } from './camera.ts';
import { everything, type PlaceFilter, passingZones, seatTest } from './filter.ts';
import { listenToPointers } from './gestures.ts';
import { HitGrid } from './hit-grid.ts';
import { focusAfter, seatIn } from './key-walk.ts';
import { commandOf, type KeyCommand } from './keys.ts';
import { Emitter, type Hovered, type MapEvents } from './map-events.ts';
import { fromMinimap } from './minimap.ts';
import { freeNextTo, neighboursAt } from './neighbours.ts';
import { Painter } from './painter.ts';
import { TOUCH_PITCH, targetAt } from './pointing.ts';
import type { Say } from './say.ts';
import { FADED, type Scene, type Target } from './scene.ts';
import { seatParts, stateName } from './seat-names.ts';
import { areaAt, areasOf, countSections, type SectionCount } from './sections.ts';
import { boundsOf, type Point, type Rect } from './shapes.ts';
import { look, type SeatStore, type StoreChange } from './store.ts';
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

/** A flight to a section shows its seats at least so large, in pixels between neighbours. */
const SECTION_PITCH = 9;
const SEAT_PITCH = 38;

/** The picture of a hall, to look at and to choose in. Fills the element that it is put in. */
export class SeatMap {
  readonly #store: SeatStore;
  readonly #options: SeatMapOptions;
  readonly #root = document.createElement('div');
  readonly #status = document.createElement('div');
  readonly #scene: Scene;
  readonly #painter: Painter;
  readonly #emitter = new Emitter();
  readonly #preferences: ReturnType<typeof watchPreferences>;
  readonly #stops: (() => void)[] = [];
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
      grid: new HitGrid(plan),
      areas: areasOf(plan),
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
    this.#preferences = watchPreferences(() => this.#recolor());
    this.#setUp(element);
    this.#refresh();
    this.#painter = new Painter(this.#root, this.#scene, {
      isPlain: options.isPlain ?? false,
      hasMinimap: options.hasMinimap ?? true,
      onFrame: () => this.#tellLevel(),
      onPainted: options.onPainted ?? (() => {}),
    });
    this.#painter.update('all');
    this.#recolor();
    this.#listen();
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

  on<Name extends keyof MapEvents>(name: Name, listener: (event: MapEvents[Name]) => void): () => void {
    return this.#emitter.on(name, listener);
  }

  setFilter(filter: PlaceFilter): void {
    this.#filter = filter;
    this.#refreshAll();
  }

  setPrices(prices: ReadonlyMap<string, number>): void {
    this.#prices = prices;
    this.#refreshAll();
    this.#recolor();
  }

  /** @param count 1 to 10 */
  setParty(count: number): void {
    this.#party = count;
    this.#light([]);
  }

  flyTo(target: 'whole' | { readonly section: number } | { readonly seats: readonly number[] }): void {
    const { camera } = this.#scene;
    if (target === 'whole') this.#fly(camera.whole());
    else if ('section' in target) {
      const view = this.#viewOf(target.section);
      if (view) this.#fly(view);
    } else if (target.seats.length > 0) {
      this.#fly(camera.fitted(this.#around(target.seats), { atMostPitch: SEAT_PITCH }));
    }
  }

  /** About the middle: 1.5 for a plus, 1 / 1.5 for a minus. */
  zoomBy(factor: number): void {
    const { camera } = this.#scene;
    this.#fly(camera.zoomed({ x: camera.width / 2, y: camera.height / 2 }, factor));
  }

  /** From seats to their section, from a section to the whole hall. @returns whether there was a way up */
  goUp(): boolean {
    const { camera } = this.#scene;
    if (camera.isWhole) return false;
    const section = this.#sectionInMiddle();
    const view = section === null ? null : this.#viewOf(section);
    this.#fly(view && view.scale < camera.view.scale * 0.8 ? view : camera.whole());
    return true;
  }

  focus(): void {
    this.#root.focus({ preventScroll: true });
  }

  destroy(): void {
    for (const stop of this.#stops) stop();
    this.#preferences.stop();
    this.#painter.destroy();
    this.#root.remove();
  }

  #setUp(element: HTMLElement): void {
    const root = this.#root;
    Object.assign(root.style, {
      position: 'relative',
      width: '100%',
      height: '100%',
      overflow: 'hidden',
      touchAction: 'none',
      userSelect: 'none',
      outline: 'none',
    });
    root.tabIndex = 0;
    root.setAttribute('role', 'application');
    root.setAttribute('aria-label', this.#options.say.map());
    this.#status.setAttribute('role', 'status');
    Object.assign(this.#status.style, {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    });
    root.append(this.#status);
    element.append(root);
  }

  #listen(): void {
    const scene = this.#scene;
    const { camera } = scene;
    const moved = () => {
      this.#light([]);
      this.#painter.invalidate();
    };
    this.#stops.push(
      this.#store.subscribe((change) => this.#onStore(change)),
      listenToPointers(this.#root, {
        onTap: (point, isTouch) => this.#onTap(point, isTouch),
        onDoubleTap: (point) => {
          if (!targetAt(scene, this.#passes, point, false)) this.#fly(camera.zoomed(point, 2));
        },
        onLongPress: (point) => this.#hover(targetAt(scene, this.#passes, point, true), 'touch'),
        onPoint: (point) => {
          this.#hover(point && targetAt(scene, this.#passes, point, false), 'pointer');
        },
        onPan: (dx, dy) => {
          this.#root.style.cursor = 'grabbing';
          camera.panBy(dx, dy);
          moved();
        },
        onZoom: (point, factor) => {
          camera.zoomAt(point, factor);
          moved();
        },
        onRelease: () => {
          this.#root.style.cursor = '';
        },
      }),
      this.#listenToMinimap(),
    );
    const stop = new AbortController();
    const { signal } = stop;
    this.#stops.push(() => stop.abort());
    this.#root.addEventListener(
      'keydown',
      (event) => {
        const command = commandOf(event);
        if (command && this.#onKey(command)) event.preventDefault();
      },
      { signal },
    );
    this.#root.addEventListener('pointerdown', () => this.#showRing(false), { signal, capture: true });
    this.#root.addEventListener('focus', () => this.#showRing(this.#root.matches(':focus-visible')), {
      signal,
    });
    this.#root.addEventListener(
      'blur',
      () => {
        this.#showRing(false);
        this.#emitter.emit('hover', null);
      },
      { signal },
    );
  }

  #listenToMinimap(): () => void {
    const { minimap } = this.#painter;
    const { camera, plan } = this.#scene;
    const onPointer = (event: PointerEvent) => {
      event.stopPropagation();
      if (event.type === 'pointerdown') minimap.setPointerCapture(event.pointerId);
      if (event.buttons === 0) return;
      const { x, y } = fromMinimap(plan.bounds, { x: event.offsetX, y: event.offsetY });
      camera.set({ ...camera.view, x, y });
      this.#painter.invalidate();
    };
    for (const name of ['pointerdown', 'pointermove'] as const) minimap.addEventListener(name, onPointer);
    return () => {
      for (const name of ['pointerdown', 'pointermove'] as const)
        minimap.removeEventListener(name, onPointer);
    };
  }

  #onTap(point: Point, isTouch: boolean): void {
    const { camera, plan } = this.#scene;
    const target = targetAt(this.#scene, this.#passes, point, isTouch);
    if (target?.kind === 'area') {
      this.#open(target.section, false);
      return;
    }
    // Where seats are smaller than a finger, a tap brings them nearer.
    if (isTouch && camera.level !== 'overview' && camera.pitch < TOUCH_PITCH) {
      const at = target ? camera.toScreen(plan.x[target.seat] ?? 0, plan.y[target.seat] ?? 0) : point;
      this.#fly(camera.zoomed(at, SEAT_PITCH / camera.pitch));
      return;
    }
    if (!target) return;
    this.#scene.focus = target;
    this.#choose(target.seat);
    this.#hover(target, isTouch ? 'touch' : 'pointer');
  }

  #onKey(command: KeyCommand): boolean {
    const scene = this.#scene;
    this.#showRing(true);
    if (command.kind === 'zoom-in') this.zoomBy(1.5);
    else if (command.kind === 'zoom-out') this.zoomBy(1 / 1.5);
    else if (command.kind === 'whole') this.flyTo('whole');
    else if (command.kind === 'up') {
      const section = this.#focusedSection();
      if (!this.goUp()) return false;
      if (section !== null && scene.camera.level === 'overview') scene.focus = { kind: 'area', section };
    } else if (command.kind === 'choose') {
      if (scene.focus?.kind === 'area') this.#open(scene.focus.section, true);
      else if (scene.focus) {
        this.#choose(scene.focus.seat);
        this.#speak(this.#words(scene.focus));
      }
    } else this.#focusOn(focusAfter(scene, this.#passes, command));
    return true;
  }

  #open(section: number, isByKeys: boolean): void {
    if (this.#scene.plan.sections[section]?.isStanding) {
      this.#emitter.emit('standing', { section });
      return;
    }
    this.flyTo({ section });
    this.#scene.pointed = null;
    this.#scene.focus = seatIn(this.#scene, this.#passes, section);
    this.#emitter.emit('hover', null);
    if (isByKeys && this.#scene.focus) this.#speak(this.#words(this.#scene.focus));
  }

  #choose(seat: number): void {
    const store = this.#store;
    const isChosen = store.looks[seat] === look.chosen;
    const seats = isChosen ? [seat] : this.#partyAt(seat);
    if (isChosen) store.release(seats);
    const refusal = isChosen ? null : store.choose(seats);
    if (refusal) {
      this.#emitter.emit('refuse', refusal);
      this.#speak(this.#options.say.refused(refusal));
    } else this.#emitter.emit('choose', { seats, isChosen: !isChosen });
  }

  /** The seats that a click on one takes; it alone where so many are not free together. */
  #partyAt(seat: number): readonly number[] {
    if (this.#party < 2 || this.#store.limits.choosable === 'all') return [seat];
    const { plan, blocks } = this.#store;
    const isFree = (at: number) => this.#store.looks[at] === look.free && this.#passes(at);
    return neighboursAt(plan, blocks, isFree, { seat, count: this.#party }) ?? [seat];
  }

  #hover(target: Target | null, by: 'pointer' | 'touch'): void {
    const scene = this.#scene;
    const pointed = target?.kind === 'area' ? target.section : null;
    if (pointed !== scene.pointed) {
      scene.pointed = pointed;
      this.#painter.invalidate();
    }
    this.#root.style.cursor = target ? 'pointer' : '';
    this.#light(target?.kind === 'seat' ? this.#partyAt(target.seat) : []);
    this.#emitter.emit('hover', target && this.#hovered(target, by));
  }

  #hovered(target: Target, by: 'pointer' | 'touch' | 'keys'): Hovered {
    const { camera, plan, areas } = this.#scene;
    if (target.kind === 'seat') {
      const { seat } = target;
      const point = camera.toScreen(plan.x[seat] ?? 0, plan.y[seat] ?? 0);
      return { kind: 'seat', seat, seats: this.#partyAt(seat), point, by };
    }
    const middle = areas.find(({ section }) => section === target.section)?.middle ?? camera.view;
    const point = camera.toScreen(middle.x, middle.y);
    return { kind: 'area', section: target.section, point, by: by === 'keys' ? by : 'pointer' };
  }

  #light(seats: readonly number[]): void {
    const before = this.#scene.lit;
    if (seats.length === before.length && seats.every((seat, at) => seat === before[at])) return;
    this.#scene.lit = seats;
    this.#painter.invalidate();
  }

  #focusOn(target: Target | null): void {
    if (!target) return;
    this.#scene.focus = target;
    if (target.kind === 'seat') this.#bringIntoView(target.seat);
    this.#speak(this.#words(target));
    this.#light(target.kind === 'seat' && this.#party > 1 ? this.#partyAt(target.seat) : []);
    this.#emitter.emit('hover', this.#hovered(target, 'keys'));
    this.#painter.invalidate();
  }

  #bringIntoView(seat: number): void {
    const { camera, plan } = this.#scene;
    const margin = Math.min(camera.width, camera.height) * 0.15;
    const { x, y } = camera.toScreen(plan.x[seat] ?? 0, plan.y[seat] ?? 0);
    const isIn = x > margin && x < camera.width - margin && y > margin && y < camera.height - margin;
    if (!isIn) this.#fly({ ...camera.view, x: plan.x[seat] ?? 0, y: plan.y[seat] ?? 0 });
  }

  #onStore(change: StoreChange): void {
    const { plan, blocks } = this.#store;
    this.#refresh(change.isAll ? 'all' : change.seats);
    this.#painter.update(change.isAll ? 'all' : change.seats);
    if (change.lost.length === 0) return;
    const now = performance.now();
    for (const seat of change.lost) if (!this.#isMotionReduced) this.#scene.lost.set(seat, now);
    const lost = change.lost.map((seat) => ({
      seat,
      nextTo: freeNextTo(blocks, this.#store.isFree, seat, 2),
    }));
    this.#speak(
      this.#options.say.lost(
        lost.map(({ seat, nextTo }) => ({
          seat: seatParts(plan, seat),
          nextTo: nextTo.map((at) => seatParts(plan, at)),
        })),
      ),
    );
    this.#emitter.emit('lost', lost);
  }

  #refreshAll(): void {
    this.#passes = seatTest(this.#store.plan, this.#prices, this.#filter);
    this.#refresh();
    this.#painter.update('all');
  }

  /** Bytes to draw and counts to tell, from the store. */
  #refresh(seats: Iterable<number> | 'all' = 'all'): void {
    const scene = this.#scene;
    const { looks, plan } = this.#store;
    const show = (seat: number) => {
      const state = looks[seat] ?? look.blocked;
      scene.drawn[seat] = state < look.chosen && !this.#passes(seat) ? state | FADED : state;
    };
    if (seats === 'all') for (let seat = 0; seat < plan.seatCount; seat += 1) show(seat);
    else for (const seat of seats) show(seat);
    scene.own = [...this.#store.mine, ...this.#store.chosen];
    scene.counts = countSections(plan, {
      looks,
      available: (section) => this.#store.available(section),
      prices: this.#prices,
      passes: this.#passes,
      passingZones: passingZones(plan, this.#prices, this.#filter),
    });
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

  #fly(view: View): void {
    this.#scene.camera.flyTo(view, { now: performance.now(), isReduced: this.#isMotionReduced });
    this.#light([]);
    this.#painter.invalidate();
  }

  #viewOf(section: number): View | null {
    const area = this.#scene.areas.find((one) => one.section === section);
    if (!area) return null;
    return this.#scene.camera.fitted(area.bounds, { atLeastPitch: SECTION_PITCH, atMostPitch: SEAT_PITCH });
  }

  #around(seats: readonly number[]): Rect {
    const { plan } = this.#scene;
    return boundsOf(seats.flatMap((seat) => [plan.x[seat] ?? 0, plan.y[seat] ?? 0]));
  }

  #sectionInMiddle(): number | null {
    const { camera, areas, plan } = this.#scene;
    return areaAt(areas, camera.view.x, camera.view.y, 3 * plan.pitch)?.section ?? null;
  }

  #focusedSection(): number | null {
    const { focus, plan } = this.#scene;
    return focus?.kind === 'area' ? focus.section : focus ? (plan.section[focus.seat] ?? null) : null;
  }

  #tellLevel(): void {
    const { camera } = this.#scene;
    const { level, isWhole } = camera;
    const section = level === 'overview' ? null : this.#sectionInMiddle();
    const next = `${level} ${section} ${isWhole}`;
    if (next === this.#told) return;
    this.#told = next;
    this.#emitter.emit('level', { level, section, isWhole });
  }

  #showRing(isShown: boolean): void {
    if (this.#scene.hasFocusRing === isShown) return;
    this.#scene.hasFocusRing = isShown;
    this.#root.style.boxShadow = isShown ? `inset 0 0 0 3px ${this.#scene.theme.accent}` : '';
    this.#painter.invalidate();
  }

  #words(target: Target): string {
    const { plan, counts, zones } = this.#scene;
    const { say } = this.#options;
    if (target.kind === 'seat') {
      const parts = seatParts(plan, target.seat);
      const letter = zones[plan.zone[target.seat] ?? 0]?.letter ?? '';
      const price = this.#prices.get(parts.zone.id) ?? null;
      return say.seat({ ...parts, state: stateName(this.#store, target.seat), letter, price });
    }
    const section = plan.sections[target.section];
    const count = counts[target.section];
    if (!section || !count) return '';
    return say.area({
      ...count,
      section: target.section,
      label: section.label,
      isStanding: section.isStanding,
    });
  }

  #speak(words: string): void {
    this.#status.textContent = words;
  }
}
