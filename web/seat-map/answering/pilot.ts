import type { View } from '../picture/camera.ts';
import { type Scene, sectionInMiddle } from '../picture/scene.ts';
import { boundsOf, type Point } from '../plan/shapes.ts';

/** A flight to a section shows its seats at least so large, in pixels between neighbours. */
const SECTION_PITCH = 9;
export const SEAT_PITCH = 38;

export type Destination = 'whole' | { readonly section: number } | { readonly seats: readonly number[] };

/** Flies the camera: to sections, to seats, nearer, and up again. */
export class Pilot {
  readonly #scene: Scene;
  readonly #isMotionReduced: () => boolean;
  readonly #onMove: () => void;

  constructor(scene: Scene, isMotionReduced: () => boolean, onMove: () => void) {
    this.#scene = scene;
    this.#isMotionReduced = isMotionReduced;
    this.#onMove = onMove;
  }

  flyTo(target: Destination): void {
    const { camera, plan } = this.#scene;
    if (target === 'whole') this.#fly(camera.whole());
    else if ('section' in target) {
      const view = this.#viewOf(target.section);
      if (view) this.#fly(view);
    } else if (target.seats.length > 0) {
      const bounds = boundsOf(target.seats.flatMap((seat) => [plan.x[seat] ?? 0, plan.y[seat] ?? 0]));
      this.#fly(camera.fitted(bounds, { atMostPitch: SEAT_PITCH }));
    }
  }

  zoomAt(point: Point, factor: number): void {
    this.#fly(this.#scene.camera.zoomed(point, factor));
  }

  zoomBy(factor: number): void {
    const { camera } = this.#scene;
    this.zoomAt({ x: camera.width / 2, y: camera.height / 2 }, factor);
  }

  /** @returns whether there was a way up */
  goUp(): boolean {
    const { camera } = this.#scene;
    if (camera.isWhole) return false;
    const section = sectionInMiddle(this.#scene);
    const view = section === null ? null : this.#viewOf(section);
    this.#fly(view && view.scale < camera.view.scale * 0.8 ? view : camera.whole());
    return true;
  }

  /** Moves along when a seat is near the edge of the picture, or beyond it. */
  bringIntoView(seat: number): void {
    const { camera, plan } = this.#scene;
    const margin = Math.min(camera.width, camera.height) * 0.15;
    const { x, y } = camera.toScreen(plan.x[seat] ?? 0, plan.y[seat] ?? 0);
    const isIn = x > margin && x < camera.width - margin && y > margin && y < camera.height - margin;
    if (!isIn) this.#fly({ ...camera.view, x: plan.x[seat] ?? 0, y: plan.y[seat] ?? 0 });
  }

  #viewOf(section: number): View | null {
    const area = this.#scene.areas.find((one) => one.section === section);
    if (!area) return null;
    return this.#scene.camera.fitted(area.bounds, { atLeastPitch: SECTION_PITCH, atMostPitch: SEAT_PITCH });
  }

  #fly(view: View): void {
    this.#scene.camera.flyTo(view, { now: performance.now(), isReduced: this.#isMotionReduced() });
    this.#onMove();
  }
}
