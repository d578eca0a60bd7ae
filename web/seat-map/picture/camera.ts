import { grown, type Point, type Rect } from '../plan/shapes.ts';

export type Level = 'overview' | 'section' | 'seat';

/** Distance of neighbours on the screen, in CSS pixels, from which on a level begins. */
export const levelPitch = { section: 6, seat: 28 } as const;
const LARGEST_PITCH = 44;
const FLIGHT_MS = 200;
/** Pixels around what is fitted, for signs that keep their size: that of the stage. */
const EDGE = 24;

/** The point of the plan in the middle of the screen, and CSS pixels for a unit of the drawing. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface CameraOptions {
  /** What is to be seen as a whole. */
  readonly bounds: Rect;
  readonly pitch: number;
  /** Plans of standing room alone stay in the overview. */
  readonly hasSeats: boolean;
}

/** Which part of a plan is seen. Points on the screen are in CSS pixels from its upper left corner. */
export class Camera {
  readonly #options: CameraOptions;
  #width = 1;
  #height = 1;
  #view: View;
  #flight: { from: View; to: View; startedAt: number } | null = null;

  constructor(options: CameraOptions) {
    this.#options = options;
    this.#view = this.whole();
  }

  get view(): View {
    return this.#view;
  }

  get width(): number {
    return this.#width;
  }

  get height(): number {
    return this.#height;
  }

  /** Pixels between neighbours. */
  get pitch(): number {
    return this.#view.scale * this.#options.pitch;
  }

  get level(): Level {
    if (!this.#options.hasSeats || this.pitch < levelPitch.section) return 'overview';
    return this.pitch < levelPitch.seat ? 'section' : 'seat';
  }

  get isFlying(): boolean {
    return this.#flight !== null;
  }

  get isWhole(): boolean {
    return this.#view.scale <= this.#least() * 1.001;
  }

  /** Whoever sees the whole goes on seeing it; else the middle stays. */
  resize(width: number, height: number): void {
    const isFirst = this.#width === 1 && this.#height === 1;
    const showsWhole = isFirst || this.isWhole;
    this.#width = Math.max(width, 1);
    this.#height = Math.max(height, 1);
    const aim = this.#flight?.to ?? (showsWhole ? this.whole() : this.#view);
    this.#flight = null;
    this.#view = this.limited(aim);
  }

  whole(): View {
    const { bounds } = this.#options;
    return this.#onto(bounds, this.#least());
  }

  /** Everything of a rectangle, with a margin. Small ones are not drawn larger than seats can be. */
  fitted(rect: Rect, options: { atLeastPitch?: number; atMostPitch?: number } = {}): View {
    const margin = grown(rect, 1.5 * this.#options.pitch);
    const { atLeastPitch = 0, atMostPitch = LARGEST_PITCH } = options;
    const scale = Math.min(this.#fit(margin), atMostPitch / this.#options.pitch);
    return this.limited(this.#onto(rect, Math.max(scale, atLeastPitch / this.#options.pitch)));
  }

  set(view: View): void {
    this.#flight = null;
    this.#view = this.limited(view);
  }

  /** What lies under a point stays there. */
  zoomAt(point: Point, factor: number): void {
    this.set(this.zoomed(point, factor));
  }

  zoomed(point: Point, factor: number): View {
    const scale = this.#inLimits(this.#view.scale * factor);
    const under = this.toPlan(point);
    return this.limited({
      x: under.x - (point.x - this.#width / 2) / scale,
      y: under.y - (point.y - this.#height / 2) / scale,
      scale,
    });
  }

  panBy(dx: number, dy: number): void {
    const { x, y, scale } = this.#view;
    this.set({ x: x - dx / scale, y: y - dy / scale, scale });
  }

  flyTo(view: View, { now, isReduced }: { now: number; isReduced: boolean }): void {
    const to = this.limited(view);
    if (isReduced) this.set(to);
    else this.#flight = { from: this.#view, to, startedAt: now };
  }

  /** Moves on a flight. @returns whether there is more to come */
  advance(now: number): boolean {
    if (!this.#flight) return false;
    const { from, to, startedAt } = this.#flight;
    const time = Math.min(Math.max((now - startedAt) / FLIGHT_MS, 0), 1);
    const eased = 1 - (1 - time) ** 3;
    const scale = from.scale * (to.scale / from.scale) ** eased;
    // Along with the scale, so that the way on the screen is straight.
    const isZooming = Math.abs(to.scale / from.scale - 1) > 1e-3;
    const way = isZooming ? (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale) : eased;
    this.#view = { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way, scale };
    if (time < 1) return true;
    this.#view = to;
    this.#flight = null;
    return false;
  }

  toPlan({ x, y }: Point): Point {
    const { view } = this;
    return {
      x: view.x + (x - this.#width / 2) / view.scale,
      y: view.y + (y - this.#height / 2) / view.scale,
    };
  }

  toScreen(x: number, y: number): Point {
    const { view } = this;
    return {
      x: (x - view.x) * view.scale + this.#width / 2,
      y: (y - view.y) * view.scale + this.#height / 2,
    };
  }

  /** The part of the plan that is seen. */
  get seen(): Rect {
    const half = { x: this.#width / 2 / this.#view.scale, y: this.#height / 2 / this.#view.scale };
    const { x, y } = this.#view;
    return { left: x - half.x, right: x + half.x, top: y - half.y, bottom: y + half.y };
  }

  /** Within whole hall and largest seats; the hall never leaves the screen. */
  limited(view: View): View {
    const { bounds, pitch } = this.#options;
    const scale = this.#inLimits(view.scale);
    const { left, right, top, bottom } = grown(bounds, pitch);
    const along = (at: number, from: number, to: number, size: number): number => {
      const half = Math.max(size / 2 - EDGE, size / 4) / scale;
      return to - from <= 2 * half ? (from + to) / 2 : Math.min(Math.max(at, from + half), to - half);
    };
    return {
      x: along(view.x, left, right, this.#width),
      y: along(view.y, top, bottom, this.#height),
      scale,
    };
  }

  #inLimits(scale: number): number {
    return Math.min(Math.max(scale, this.#least()), this.#most());
  }

  #least(): number {
    return Math.min(this.#fit(grown(this.#options.bounds, this.#options.pitch)), this.#most());
  }

  #most(): number {
    const { pitch, bounds, hasSeats } = this.#options;
    return hasSeats ? LARGEST_PITCH / pitch : 2 * this.#fit(grown(bounds, pitch));
  }

  #fit({ left, right, top, bottom }: Rect): number {
    const inner = (size: number) => Math.max(size - 2 * EDGE, size / 2);
    return Math.min(
      inner(this.#width) / Math.max(right - left, 1e-6),
      inner(this.#height) / Math.max(bottom - top, 1e-6),
    );
  }

  #onto({ left, right, top, bottom }: Rect, scale: number): View {
    return { x: (left + right) / 2, y: (top + bottom) / 2, scale };
  }
}
