import { stageBox, widthOf } from './draw-labels.ts';
import { type LabelText, type PlacedLabel, placeLabels } from './place-labels.ts';
import type { Scene } from './scene.ts';
import type { Area, SectionCount } from './sections.ts';
import { contains, grown, meets, type Rect } from './shapes.ts';

const NAME = 14;
/** Of a name on two lines, and of what is free. */
const SMALL = 12;
const LINE_HEIGHT = 15;
/** Between a text and the edge of its box, to the sides. */
const PADDING = 3;
/** Of the paper around letters: 70 % of it. */
const HALO_ALPHA = 'B3';
/** Ground that is smaller on the screen, in pixels, has no name. */
const LEAST_GROUND = 28;

/** What is said of a count: it says prices, which takes some time, and is a new one whenever something changes. */
const said = new WeakMap<SectionCount, readonly string[]>();

/**
 * Names of sections, and under them what is free and from what price, where there is room.
 * @param areas the largest first
 */
export function drawAreaLabels(
  context: CanvasRenderingContext2D,
  scene: Scene,
  areas: readonly Area[],
): void {
  const { camera, plan, say, counts } = scene;
  const { seen } = camera;
  const wishes = areas.flatMap(({ section: at, bounds, polygon, middle }) => {
    const section = plan.sections[at];
    const count = counts[at];
    const size = Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top) * camera.view.scale;
    if (!section || !count || size < LEAST_GROUND || !meets(bounds, seen)) return [];
    const { label, isStanding } = section;
    const more = said.get(count) ?? say.areaLines({ ...count, section: at, label, isStanding });
    said.set(count, more);
    return [
      {
        middle: camera.toScreen(middle.x, middle.y),
        label,
        more,
        holds: (box: Rect, over: number) => isInside(scene, polygon, grown(box, -over)),
      },
    ];
  });
  const stage = stageBox(context, scene);
  const labels = placeLabels(wishes, {
    screen: { left: 2, top: 2, right: camera.width - 2, bottom: camera.height - 2 },
    taken: stage ? [stage] : [],
    measure: (text) => measured(context, scene, text),
  });
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = scene.theme.paper + HALO_ALPHA;
  context.fillStyle = scene.theme.ink;
  for (const label of labels) if (label) drawLabel(context, scene, label);
}

function drawLabel(context: CanvasRenderingContext2D, scene: Scene, label: PlacedLabel): void {
  const { box } = label;
  const x = (box.left + box.right) / 2;
  let top = box.top + 2;
  for (const { text, font, height } of linesOf(scene, label)) {
    context.font = font;
    const y = top + height / 2;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
    top += height;
  }
}

function measured(context: CanvasRenderingContext2D, scene: Scene, label: LabelText) {
  let [width, height] = [0, 4];
  for (const line of linesOf(scene, label)) {
    width = Math.max(width, widthOf(context, line.font, line.text));
    height += line.height;
  }
  return { width: width + 2 * PADDING, height };
}

function linesOf({ theme }: Scene, { name, more }: LabelText) {
  const font = `600 ${name.length > 1 ? SMALL : NAME}px ${theme.font}`;
  return [
    ...name.map((text) => ({ text, font, height: NAME })),
    ...more.map((text) => ({ text, font: `${SMALL}px ${theme.font}`, height: LINE_HEIGHT })),
  ];
}

/** Whether a box of the screen lies in an area, its margin not counted. */
function isInside(
  { camera }: Scene,
  polygon: readonly number[],
  { left, right, top, bottom }: Rect,
): boolean {
  return [left, right].every((x) =>
    [top, bottom].every((y) => {
      const at = camera.toPlan({ x, y });
      return contains(polygon, at.x, at.y);
    }),
  );
}
