import { mixed } from '../colors/color.ts';
import type { Theme } from '../colors/theme.ts';
import { type Area, stepOfShare } from '../plan/sections.ts';
import { grown, meets } from '../plan/shapes.ts';
import type { Scene } from './scene.ts';

/** How much of a zone's colour an area has, by share free. Ink on it stays readable at every step. */
export const areaShares = [0, 0.14, 0.24, 0.34, 0.46] as const;

/**
 * The overview: sections as areas.
 * @param areas the largest first, so that a box within a tier is seen
 * @param beyond the edges of the screen, in CSS pixels
 */
export function drawAreas(
  context: CanvasRenderingContext2D,
  scene: Scene,
  areas: readonly Area[],
  beyond = 0,
): void {
  const { camera, theme, counts } = scene;
  const { view } = camera;
  const seen = grown(camera.seen, beyond / view.scale);
  inPlan(context, scene);
  for (const area of areas) {
    if (!meets(area.bounds, seen)) continue;
    const count = counts[area.section];
    const zone = scene.zones[count?.zone ?? 0]?.color ?? theme.ink;
    const step = count ? stepOfShare(count) : 0;
    const isPointed = scene.pointed === area.section;
    const fill = theme.isForced ? theme.paper : areaFill(theme, zone, step);
    const edge = isPointed ? theme.ink : step === 0 ? theme.taken : mixed(zone, theme.paper, 0.75);
    const path = pathOf(area);
    // The margin around the seats, with its edge beneath it: two strokes of one path.
    const margin = 2 * area.margin;
    context.lineWidth = margin + (isPointed ? 4 : 2) / view.scale;
    context.strokeStyle = edge;
    context.setLineDash(step === 0 && margin === 0 ? [4 / view.scale] : []);
    context.stroke(path);
    context.fillStyle = context.strokeStyle = fill;
    context.lineWidth = margin;
    if (margin > 0) context.stroke(path);
    context.fill(path);
  }
  context.restore();
}

/** Nearer than the overview: the edges alone, behind nothing that matters. Standing room is still an area. */
export function drawEdges(context: CanvasRenderingContext2D, scene: Scene, standing: readonly Area[]): void {
  const { camera, theme, plan, areas } = scene;
  const { seen, view } = camera;
  // Seats lie below this canvas: where a plan draws both in one place, they have to be seen.
  context.globalAlpha = 0.6;
  drawAreas(context, scene, standing);
  context.globalAlpha = 1;
  inPlan(context, scene);
  context.strokeStyle = mixed(theme.taken, theme.paper, 0.45);
  context.lineWidth = 1 / view.scale;
  for (const area of areas) {
    const isDrawn = area.margin === 0 && !plan.sections[area.section]?.isStanding;
    if (isDrawn && meets(area.bounds, seen)) context.stroke(pathOf(area));
  }
  context.restore();
}

export function areaFill(theme: Pick<Theme, 'paper'>, zone: string, step: 0 | 1 | 2 | 3 | 4): string {
  return mixed(zone, theme.paper, areaShares[step]);
}

/** Until `restore` the canvas is drawn on in units of the drawing. */
function inPlan(context: CanvasRenderingContext2D, { camera }: Scene): void {
  const { x, y } = camera.toScreen(0, 0);
  context.save();
  context.translate(x, y);
  context.scale(camera.view.scale, camera.view.scale);
  context.lineJoin = 'round';
}

const paths = new WeakMap<Area, Path2D>();

/** In units of the drawing. Traced once: each picture draws hundreds of them. */
export function pathOf(area: Area): Path2D {
  // In SVG's words: the pairs after the first are lines.
  const path = paths.get(area) ?? new Path2D(`M${area.polygon.join(' ')}Z`);
  paths.set(area, path);
  return path;
}
