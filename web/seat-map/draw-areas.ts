import { mixed } from './color.ts';
import type { Scene } from './scene.ts';
import { type Area, stepOfShare } from './sections.ts';
import { meets } from './shapes.ts';
import type { Theme } from './theme.ts';

/** How much of a zone's colour an area has, by share free. Ink on it stays readable at every step. */
export const areaShares = [0, 0.14, 0.24, 0.34, 0.46] as const;

/** The overview: sections as areas, the smallest last, so that a box within a tier is seen. */
export function drawAreas(context: CanvasRenderingContext2D, scene: Scene): void {
  const { areas, camera, theme, counts } = scene;
  const { seen } = camera;
  for (const area of areas.toSorted((a, b) => b.size - a.size)) {
    if (!meets(area.bounds, seen)) continue;
    const count = counts[area.section];
    const zone = scene.zones[count?.zone ?? 0]?.color ?? theme.ink;
    const step = count ? stepOfShare(count) : 0;
    const isPointed = scene.pointed === area.section;
    const fill = theme.isForced ? theme.paper : areaFill(theme, zone, step);
    const edge = isPointed ? theme.ink : step === 0 ? theme.taken : mixed(zone, theme.paper, 0.75);
    tracePath(context, scene, area);
    context.lineJoin = 'round';
    // The margin around the seats, with its edge beneath it: two strokes of one path.
    const margin = 2 * area.margin * camera.view.scale;
    context.lineWidth = margin + (isPointed ? 4 : 2);
    context.strokeStyle = edge;
    context.setLineDash(step === 0 && margin === 0 ? [4, 4] : []);
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = context.strokeStyle = fill;
    context.lineWidth = margin;
    if (margin > 0) context.stroke();
    context.fill();
  }
}

/** Nearer than the overview: the edges alone, behind nothing that matters. Standing room is still an area. */
export function drawEdges(context: CanvasRenderingContext2D, scene: Scene): void {
  const { camera, theme, plan } = scene;
  const standing = scene.areas.filter(({ section }) => plan.sections[section]?.isStanding);
  // Seats lie below this canvas: where a plan draws both in one place, they have to be seen.
  context.globalAlpha = 0.6;
  drawAreas(context, { ...scene, areas: standing });
  context.globalAlpha = 1;
  context.strokeStyle = mixed(theme.taken, theme.paper, 0.45);
  context.lineWidth = 1;
  for (const area of scene.areas) {
    const isDrawn = area.margin === 0 && !plan.sections[area.section]?.isStanding;
    if (!isDrawn || !meets(area.bounds, camera.seen)) continue;
    tracePath(context, scene, area);
    context.stroke();
  }
}

export function areaFill(theme: Pick<Theme, 'paper'>, zone: string, step: 0 | 1 | 2 | 3 | 4): string {
  return mixed(zone, theme.paper, areaShares[step]);
}

/** In pixels of the screen: a line of one pixel stays one at every scale. */
function tracePath(context: CanvasRenderingContext2D, { camera }: Scene, { polygon }: Area): void {
  context.beginPath();
  for (let at = 0; at < polygon.length; at += 2) {
    const { x, y } = camera.toScreen(polygon[at] ?? 0, polygon[at + 1] ?? 0);
    if (at === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.closePath();
}
