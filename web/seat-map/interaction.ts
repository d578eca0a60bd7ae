import { listenToPointers } from './gestures.ts';
import { focusAfter, seatIn } from './key-walk.ts';
import { commandOf, type KeyCommand } from './keys.ts';
import { look } from './looks.ts';
import type { Emitter, Hovered } from './map-events.ts';
import { fromMinimap } from './minimap.ts';
import { neighboursAt } from './neighbours.ts';
import { type Pilot, SEAT_PITCH } from './pilot.ts';
import { TOUCH_PITCH, targetAt } from './pointing.ts';
import type { Scene, Target } from './scene.ts';
import type { Point } from './shapes.ts';
import type { SeatStore } from './store.ts';

/** What pointers and keys act on. */
export interface InteractionContext {
  readonly root: HTMLElement;
  readonly minimap: HTMLElement;
  readonly scene: Scene;
  readonly store: SeatStore;
  readonly pilot: Pilot;
  readonly emitter: Emitter;
  readonly passes: (seat: number) => boolean;
  readonly party: () => number;
  readonly invalidate: () => void;
  readonly speakName: (target: Target) => void;
  readonly speakRefusal: (reason: NonNullable<ReturnType<SeatStore['choose']>>) => void;
}

/** Choosing, hovering and walking, by pointer, finger and keys. */
export class Interaction {
  readonly #context: InteractionContext;
  readonly #stop = new AbortController();
  readonly #stopPointers: () => void;

  constructor(context: InteractionContext) {
    this.#context = context;
    const { scene, pilot, root, passes } = context;
    const { camera } = scene;
    const moved = () => {
      this.light([]);
      context.invalidate();
    };
    this.#stopPointers = listenToPointers(root, {
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
    this.#listen();
  }

  /** Rings around what a click would take. */
  light(seats: readonly number[]): void {
    const { scene, invalidate } = this.#context;
    const isSame = seats.length === scene.lit.length && seats.every((seat, at) => seat === scene.lit[at]);
    if (isSame) return;
    scene.lit = seats;
    invalidate();
  }

  stop(): void {
    this.#stop.abort();
    this.#stopPointers();
  }

  #listen(): void {
    const { root, minimap, scene, emitter, invalidate } = this.#context;
    const { signal } = this.#stop;
    const onKey = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (command && this.#onKey(command)) event.preventDefault();
    };
    const onBlur = () => {
      this.#showRing(false);
      emitter.emit('hover', null);
    };
    const onMinimap = (event: PointerEvent) => {
      event.stopPropagation();
      if (event.type === 'pointerdown') minimap.setPointerCapture(event.pointerId);
      if (event.buttons === 0) return;
      const { x, y } = fromMinimap(scene.plan.bounds, { x: event.offsetX, y: event.offsetY });
      scene.camera.set({ ...scene.camera.view, x, y });
      invalidate();
    };
    root.addEventListener('keydown', onKey, { signal });
    root.addEventListener('pointerdown', () => this.#showRing(false), { signal, capture: true });
    root.addEventListener('focus', () => this.#showRing(root.matches(':focus-visible')), { signal });
    root.addEventListener('blur', onBlur, { signal });
    minimap.addEventListener('pointerdown', onMinimap, { signal });
    minimap.addEventListener('pointermove', onMinimap, { signal });
  }

  #onTap(point: Point, isTouch: boolean): void {
    const { scene, passes, pilot } = this.#context;
    const { camera, plan } = scene;
    const target = targetAt(scene, passes, point, isTouch);
    if (target?.kind === 'area') {
      this.#open(target.section, false);
      return;
    }
    // Where seats are smaller than a finger, a tap brings them nearer.
    if (isTouch && camera.level !== 'overview' && camera.pitch < TOUCH_PITCH) {
      const at = target ? camera.toScreen(plan.x[target.seat] ?? 0, plan.y[target.seat] ?? 0) : point;
      pilot.zoomAt(at, SEAT_PITCH / camera.pitch);
      return;
    }
    if (!target) return;
    scene.focus = target;
    this.#choose(target.seat);
    this.#hover(target, isTouch ? 'touch' : 'pointer');
  }

  #onKey(command: KeyCommand): boolean {
    const { scene, pilot, passes, speakName } = this.#context;
    this.#showRing(true);
    if (command.kind === 'zoom-in') pilot.zoomBy(1.5);
    else if (command.kind === 'zoom-out') pilot.zoomBy(1 / 1.5);
    else if (command.kind === 'whole') pilot.flyTo('whole');
    else if (command.kind === 'up') return pilot.goUp();
    else if (command.kind !== 'choose') this.#focusOn(focusAfter(scene, passes, command));
    else if (scene.focus?.kind === 'seat' && scene.camera.level !== 'overview') {
      this.#choose(scene.focus.seat);
      speakName(scene.focus);
    } else if (scene.focus) this.#open(this.#sectionOf(scene.focus), true);
    return true;
  }

  #open(section: number, isByKeys: boolean): void {
    const { scene, emitter, pilot, passes, speakName } = this.#context;
    if (scene.plan.sections[section]?.isStanding) {
      emitter.emit('standing', { section });
      return;
    }
    pilot.flyTo({ section });
    scene.pointed = null;
    scene.focus = seatIn(scene, passes, section);
    emitter.emit('hover', null);
    if (isByKeys && scene.focus) speakName(scene.focus);
  }

  #choose(seat: number): void {
    const { store, emitter, speakRefusal } = this.#context;
    const isChosen = store.looks[seat] === look.chosen;
    const seats = isChosen ? [seat] : this.#partyAt(seat);
    if (isChosen) store.release(seats);
    const refusal = isChosen ? null : store.choose(seats);
    if (refusal) {
      emitter.emit('refuse', refusal);
      speakRefusal(refusal);
    } else emitter.emit('choose', { seats, isChosen: !isChosen });
  }

  /** The seats that a click on one takes; it alone where so many are not free together. */
  #partyAt(seat: number): readonly number[] {
    const { store, passes, party } = this.#context;
    if (party() < 2 || store.limits.choosable === 'all') return [seat];
    const isFree = (at: number) => store.looks[at] === look.free && passes(at);
    return neighboursAt(store.plan, store.blocks, isFree, { seat, count: party() }) ?? [seat];
  }

  #hover(target: Target | null, by: 'pointer' | 'touch'): void {
    const { scene, root, emitter, invalidate } = this.#context;
    const pointed = target?.kind === 'area' ? target.section : null;
    if (pointed !== scene.pointed) {
      scene.pointed = pointed;
      invalidate();
    }
    root.style.cursor = target ? 'pointer' : '';
    this.light(target?.kind === 'seat' ? this.#partyAt(target.seat) : []);
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
    const { scene, pilot, emitter, invalidate, party, speakName } = this.#context;
    scene.focus = target;
    // A letter may lead far away, or to a section of which one sees the areas only.
    if (target.kind === 'seat') pilot.bringIntoView(target.seat);
    speakName(target);
    this.light(target.kind === 'seat' && party() > 1 ? this.#partyAt(target.seat) : []);
    emitter.emit('hover', this.#hovered(target, 'keys'));
    invalidate();
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
