import type { Emitter, Hovered } from '../map-events.ts';
import { Details } from '../picture/details.ts';
import { fromMinimap, type Minimap } from '../picture/minimap.ts';
import type { Scene, Target } from '../picture/scene.ts';
import { look } from '../places/looks.ts';
import { seatParts } from '../places/seat-names.ts';
import type { SeatStore } from '../places/store.ts';
import { freeNextTo } from '../plan/neighbours.ts';
import type { Point } from '../plan/shapes.ts';
import { readingGestures } from './gestures.ts';
import { focusAfter, seatIn } from './key-walk.ts';
import { commandOf, type KeyCommand } from './keys.ts';
import { partyAt } from './party.ts';
import { Pilot, SEAT_PITCH } from './pilot.ts';
import { TOUCH_PITCH, targetAt } from './pointing.ts';
import { spokenName } from './spoken-name.ts';

/** What pointers and keys act on. */
export interface InteractionContext {
  readonly root: HTMLElement;
  readonly hasMinimap: boolean;
  readonly scene: Scene;
  readonly store: SeatStore;
  readonly isMotionReduced: () => boolean;
  readonly emitter: Emitter;
  readonly passes: (seat: number) => boolean;
  readonly party: () => number;
  /** By id of the zone, in minor units. */
  readonly prices: () => ReadonlyMap<string, number>;
  /** Rings around what a click would take. */
  readonly light: (seats: readonly number[]) => void;
  readonly invalidate: () => void;
  /** The camera moved. */
  readonly follow: () => void;
  readonly speak: (words: string) => void;
}

/** Choosing, hovering and walking, by pointer, finger and keys. */
export class Interaction {
  readonly pilot: Pilot;
  /** What is drawn for who chooses and walks. */
  readonly details: Details;
  readonly #context: InteractionContext;
  readonly #gestures: ReturnType<typeof readingGestures>;

  constructor(context: InteractionContext) {
    this.#context = context;
    const { scene, root, passes, isMotionReduced } = context;
    const { camera } = scene;
    const moved = () => {
      context.light([]);
      context.follow();
    };
    const pilot = new Pilot(scene, isMotionReduced, moved);
    this.pilot = pilot;
    this.details = new Details(root, context.hasMinimap);
    this.#gestures = readingGestures(root, {
      onTap: (point, isTouch) => this.#onTap(point, isTouch),
      onDoubleTap: (point) => {
        if (!targetAt(scene, passes, point, false)) pilot.zoomAt(point, 2);
      },
      onLongPress: (point) => this.#hover(targetAt(scene, passes, point, true), 'touch'),
      onPoint: (point) => this.#hover(point && targetAt(scene, passes, point, false), 'pointer'),
      onPan: (dx, dy) => {
        root.style.cursor = 'grabbing';
        camera.panBy(dx, dy);
        moved();
      },
      onZoom: (point, factor) => {
        camera.zoomAt(point, factor);
        moved();
      },
      onRelease: () => {
        root.style.cursor = '';
      },
    });
  }

  /** Takes what early-events.ts hands on. */
  answer(event: Event): void {
    const { root, emitter } = this.#context;
    const { minimap } = this.details;
    if (event.type === 'pointerdown') this.#showRing(false);
    if (minimap && event.target === minimap.element && event instanceof PointerEvent)
      this.#onMinimap(event, minimap);
    else if (event instanceof KeyboardEvent) {
      const command = commandOf(event);
      if (command && this.#onKey(command)) event.preventDefault();
    } else if (event.type === 'focus') this.#showRing(root.matches(':focus-visible'));
    else if (event.type === 'blur') {
      this.#showRing(false);
      emitter.emit('hover', null);
    } else this.#gestures.take(event);
  }

  /** Of chosen seats that others took: rings, and words with what is free beside each. */
  tellLost(seats: readonly number[]): void {
    const { scene, store, speak, emitter, invalidate, isMotionReduced } = this.#context;
    const now = performance.now();
    if (!isMotionReduced()) for (const seat of seats) scene.lost.set(seat, now);
    const lost = seats.map((seat) => ({ seat, nextTo: freeNextTo(store.blocks, store.isFree, seat, 2) }));
    const named = (seat: number) => seatParts(scene.plan, seat);
    speak(scene.say.lost(lost.map(({ seat, nextTo }) => ({ seat: named(seat), nextTo: nextTo.map(named) }))));
    emitter.emit('lost', lost);
    invalidate();
  }

  stop(): void {
    this.#gestures.stop();
  }

  #onMinimap({ type, pointerId, buttons, offsetX, offsetY }: PointerEvent, { element }: Minimap): void {
    // It has the pointer now, not the map.
    if (type === 'pointerdown') element.setPointerCapture(pointerId);
    if (buttons === 0 || (type !== 'pointerdown' && type !== 'pointermove')) return;
    const { scene, follow } = this.#context;
    const { x, y } = fromMinimap(scene.plan.bounds, { x: offsetX, y: offsetY });
    scene.camera.set({ ...scene.camera.view, x, y });
    follow();
  }

  #onTap(point: Point, isTouch: boolean): void {
    const { scene, passes } = this.#context;
    const { camera, plan } = scene;
    const target = targetAt(scene, passes, point, isTouch);
    if (target?.kind === 'area') {
      this.#open(target.section, false);
      return;
    }
    // Where seats are smaller than a finger, a tap brings them nearer.
    if (isTouch && camera.level !== 'overview' && camera.pitch < TOUCH_PITCH) {
      const at = target ? camera.toScreen(plan.x[target.seat] ?? 0, plan.y[target.seat] ?? 0) : point;
      this.pilot.zoomAt(at, SEAT_PITCH / camera.pitch);
      return;
    }
    if (!target) return;
    scene.focus = target;
    this.#choose(target.seat);
    this.#hover(target, isTouch ? 'touch' : 'pointer');
  }

  #onKey(command: KeyCommand): boolean {
    const { scene, passes } = this.#context;
    const { pilot } = this;
    this.#showRing(true);
    if (command.kind === 'zoom-in') pilot.zoomBy(1.5);
    else if (command.kind === 'zoom-out') pilot.zoomBy(1 / 1.5);
    else if (command.kind === 'whole') pilot.flyTo('whole');
    else if (command.kind === 'up') return pilot.goUp();
    else if (command.kind !== 'choose') this.#focusOn(focusAfter(scene, passes, command));
    else if (scene.focus?.kind === 'seat' && scene.camera.level !== 'overview') {
      this.#choose(scene.focus.seat);
      this.#speakName(scene.focus);
    } else if (scene.focus) this.#open(this.#sectionOf(scene.focus), true);
    return true;
  }

  #open(section: number, isByKeys: boolean): void {
    const { scene, emitter, passes } = this.#context;
    if (scene.plan.sections[section]?.isStanding) {
      emitter.emit('standing', { section });
      return;
    }
    this.pilot.flyTo({ section });
    scene.pointed = null;
    scene.focus = seatIn(scene, passes, section);
    emitter.emit('hover', null);
    if (isByKeys && scene.focus) this.#speakName(scene.focus);
  }

  #choose(seat: number): void {
    const { store, emitter, speak, scene } = this.#context;
    const isChosen = store.looks[seat] === look.chosen;
    const seats = isChosen ? [seat] : this.#partyAt(seat);
    if (isChosen) store.release(seats);
    const refusal = isChosen ? null : store.choose(seats);
    if (refusal) {
      emitter.emit('refuse', refusal);
      speak(scene.say.refused(refusal));
    } else emitter.emit('choose', { seats, isChosen: !isChosen });
  }

  /** The seats that a click on one takes; it alone where so many are not free together. */
  #partyAt(seat: number): readonly number[] {
    const { store, passes, party } = this.#context;
    if (party() < 2 || store.limits.choosable === 'all') return [seat];
    const isFree = (at: number) => store.looks[at] === look.free && passes(at);
    return partyAt(store.plan, store.blocks, isFree, { seat, count: party() }) ?? [seat];
  }

  #hover(target: Target | null, by: 'pointer' | 'touch'): void {
    const { scene, root, emitter, light, invalidate } = this.#context;
    const pointed = target?.kind === 'area' ? target.section : null;
    if (pointed !== scene.pointed) {
      scene.pointed = pointed;
      invalidate();
    }
    root.style.cursor = target ? 'pointer' : '';
    light(target?.kind === 'seat' ? this.#partyAt(target.seat) : []);
    emitter.emit('hover', target && this.#hovered(target, by));
  }

  #hovered(target: Target, by: 'pointer' | 'touch' | 'keys'): Hovered {
    const { camera, plan, areas } = this.#context.scene;
    if (target.kind === 'seat') {
      const { seat } = target;
      const point = camera.toScreen(plan.x[seat] ?? 0, plan.y[seat] ?? 0);
      return { kind: 'seat', seat, seats: this.#partyAt(seat), point, by };
    }
    const middle = areas.find(({ section }) => section === target.section)?.middle ?? camera.view;
    return { kind: 'area', section: target.section, point: camera.toScreen(middle.x, middle.y), by };
  }

  #focusOn(target: Target | null): void {
    if (!target) return;
    const { scene, emitter, light, invalidate, party } = this.#context;
    scene.focus = target;
    // A letter may lead far away, or to a section of which one sees the areas only.
    if (target.kind === 'seat') this.pilot.bringIntoView(target.seat);
    this.#speakName(target);
    light(target.kind === 'seat' && party() > 1 ? this.#partyAt(target.seat) : []);
    emitter.emit('hover', this.#hovered(target, 'keys'));
    invalidate();
  }

  #speakName(target: Target): void {
    const { scene, store, prices, speak } = this.#context;
    const name = spokenName(scene, store, prices(), target);
    if (name !== null) speak(name);
  }

  #sectionOf(target: Target): number {
    return target.kind === 'area' ? target.section : (this.#context.scene.plan.section[target.seat] ?? 0);
  }

  #showRing(isShown: boolean): void {
    const { scene, root, invalidate } = this.#context;
    if (scene.hasFocusRing === isShown) return;
    scene.hasFocusRing = isShown;
    root.style.boxShadow = isShown ? `inset 0 0 0 3px ${scene.theme.accent}` : '';
    invalidate();
  }
}
