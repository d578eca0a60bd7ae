import type { Theme } from '../colors/theme.ts';
import type { ZoneLook } from '../colors/zones.ts';
import type { Plan } from '../plan/geometry.ts';
import type { HitGrid } from '../plan/hit-grid.ts';
import { type Area, areaAt, type SectionCount } from '../plan/sections.ts';
import type { Say } from '../say.ts';
import type { Camera } from './camera.ts';

/** Of a byte of `Scene.drawn`: the lower bits are a value of `look`. */
export const FADED = 8;
/** Discs reach so far, in distances of neighbours. */
export const RADIUS = 0.4;
/** Chosen ones and those held by oneself are larger. */
export const OWN_SIZE = 1.35;
/** How long a ring around a lost seat is seen. */
export const LOST_MS = 600;

/** Everything that drawing needs, and nothing that it changes. */
export interface Scene {
  readonly plan: Plan;
  readonly grid: HitGrid;
  readonly areas: readonly Area[];
  /** The same, the largest first. */
  readonly bySize: readonly Area[];
  readonly camera: Camera;
  readonly say: Say;
  /** A byte a seat: a value of `look`, with FADED where the filter leaves it out. */
  readonly drawn: Uint8Array;
  theme: Theme;
  zones: readonly ZoneLook[];
  counts: readonly SectionCount[];
  /** What the arrow keys stand on, while the map has the focus. */
  focus: Target | null;
  hasFocusRing: boolean;
  /** The section under the pointer in the overview. */
  pointed: number | null;
  /** Seats that a click would take. */
  lit: readonly number[];
  /** Seats that others took, and when. */
  readonly lost: Map<number, number>;
  /** What is chosen or held by the buyer: drawn in the overview too. */
  own: readonly number[];
}

export type Target =
  | { readonly kind: 'area'; readonly section: number }
  | { readonly kind: 'seat'; readonly seat: number };

/** Draws the seats; areas, names and rings are drawn above. */
export interface SeatRenderer {
  readonly kind: 'webgl' | '2d';
  resize(width: number, height: number, ratio: number): void;
  /** The theme or the zones look otherwise. */
  recolor(scene: Scene): void;
  /** Bytes of `drawn` that changed. */
  update(scene: Scene, seats: Iterable<number> | 'all'): void;
  /** @param isShown false wipes: the overview has no seats */
  draw(scene: Scene, isShown: boolean): void;
  destroy(): void;
}

/** The section that is in the middle of the picture, or nearly. */
export function sectionInMiddle({ areas, camera, plan }: Scene): number | null {
  return areaAt(areas, camera.view.x, camera.view.y, 3 * plan.pitch)?.section ?? null;
}
