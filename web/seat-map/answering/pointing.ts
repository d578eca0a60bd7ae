import type { Scene, Target } from '../picture/scene.ts';
import { look } from '../places/looks.ts';
import { areaAt } from '../plan/sections.ts';
import type { Point } from '../plan/shapes.ts';

/** A finger covers so many pixels, and chooses only where neighbours are so far apart. */
export const TOUCH_PITCH = 24;
const TOUCH_REACH = 22;

/** What lies under a point of the screen; in the overview areas, below it seats that the filter leaves in. */
export function targetAt(
  scene: Scene,
  passes: (seat: number) => boolean,
  point: Point,
  isTouch: boolean,
): Target | null {
  const { camera, areas, grid, drawn, plan } = scene;
  const { x, y } = camera.toPlan(point);
  const { scale } = camera.view;
  if (camera.level !== 'overview') {
    const reach = isTouch ? TOUCH_REACH : Math.max(0.55 * camera.pitch, 4);
    const isOpen = (seat: number) => {
      const state = (drawn[seat] ?? 0) & 7;
      return state === look.free || state === look.chosen;
    };
    const free = isTouch ? grid.nearest(x, y, reach / scale, (seat) => passes(seat) && isOpen(seat)) : null;
    const seat = free ?? grid.nearest(x, y, reach / scale, passes);
    if (seat !== null) return { kind: 'seat', seat };
  }
  const area = areaAt(areas, x, y, 4 / scale);
  if (!area) return null;
  const isSection = camera.level === 'overview' || plan.sections[area.section]?.isStanding;
  return isSection ? { kind: 'area', section: area.section } : null;
}
