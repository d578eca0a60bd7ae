import type { Scene } from './scene.ts';
import type { Area } from './sections.ts';
import { contains, meets, type Point, type Rect } from './shapes.ts';

const NAME = 14;
const LINE = 12;
const LINE_HEIGHT = 15;

interface Label {
  readonly area: Area;
  readonly middle: Point;
  readonly lines: readonly string[];
  box: Rect;
  shown: number;
}

/**
 * Names of sections, and under them what is free where it has room. Names come first, the largest section before others;
 * what would lie over another label is left out.
 */
export function drawAreaLabels(context: CanvasRenderingContext2D, scene: Scene, areas = scene.areas): void {
  const { camera, plan, say, counts } = scene;
  const labels: Label[] = [];
  const isFree = (box: Rect, own?: Label) => labels.every((other) => other === own || !meets(other.box, box));
  for (const area of areas.toSorted((a, b) => b.size - a.size)) {
    const section = plan.sections[area.section];
    const count = counts[area.section];
    if (!section || !count || !meets(area.bounds, camera.seen)) continue;
    const { label, isStanding } = section;
    const lines = [label, ...say.areaLines({ ...count, section: area.section, label, isStanding })];
    const middle = camera.toScreen(area.middle.x, area.middle.y);
    const box = boxOf(context, scene, middle, lines.slice(0, 1));
    const { bounds } = area;
    const size = Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top) * camera.view.scale;
    // A name may be wider than a narrow section, as long as it covers no other name.
    if (size > 36 && isFree(box)) labels.push({ area, middle, lines, box, shown: 1 });
  }
  for (const label of labels) {
    for (let shown = label.lines.length; shown > 1; shown -= 1) {
      const box = boxOf(context, scene, label.middle, label.lines.slice(0, shown));
      if (!isInside(scene, label.area, box) || !isFree(box, label)) continue;
      label.box = box;
      label.shown = shown;
      break;
    }
  }
  for (const label of labels) drawLabel(context, scene, label);
}

function drawLabel(context: CanvasRenderingContext2D, scene: Scene, { middle, lines, shown }: Label): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = scene.theme.paper;
  context.fillStyle = scene.theme.ink;
  const top = middle.y - heightOf(shown) / 2 + NAME / 2 + 1;
  for (const [at, text] of lines.slice(0, shown).entries()) {
    context.font = fontOf(scene, at);
    const y = top + (at === 0 ? 0 : 2 + LINE_HEIGHT * at);
    context.globalAlpha = 0.7;
    context.strokeText(text, middle.x, y);
    context.globalAlpha = 1;
    context.fillText(text, middle.x, y);
  }
}

function boxOf(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { x, y }: Point,
  lines: readonly string[],
): Rect {
  let width = 0;
  for (const [at, text] of lines.entries()) {
    context.font = fontOf(scene, at);
    width = Math.max(width, context.measureText(text).width);
  }
  const height = heightOf(lines.length);
  return { left: x - width / 2 - 3, right: x + width / 2 + 3, top: y - height / 2, bottom: y + height / 2 };
}

/** Whether a box of the screen lies in an area, its margin not counted. */
function isInside({ camera }: Scene, { polygon }: Area, { left, right, top, bottom }: Rect): boolean {
  return [left, right].every((x) =>
    [top, bottom].every((y) => {
      const at = camera.toPlan({ x, y });
      return contains(polygon, at.x, at.y);
    }),
  );
}

function heightOf(lines: number): number {
  return NAME + 4 + LINE_HEIGHT * (lines - 1);
}

function fontOf({ theme }: Scene, line: number): string {
  return line === 0 ? `600 ${NAME}px ${theme.font}` : `${LINE}px ${theme.font}`;
}
