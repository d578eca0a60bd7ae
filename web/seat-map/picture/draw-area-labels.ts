import type { Theme } from '../colors/theme.ts';
import type { Area, SectionCount } from '../plan/sections.ts';
import { contains, grown, meets, type Rect } from '../plan/shapes.ts';
import { stageBox, widthOf } from './draw-labels.ts';
import { type LabelNames, type LabelText, namesOf, type PlacedLabel, placeLabels } from './place-labels.ts';
import type { Scene } from './scene.ts';

const NAME = 14;
/** Of a name on two lines, and of what is free. */
const SMALL = 12;
const LINE_HEIGHT = 15;
/** Of the paper around letters: 70 % of it. */
const HALO_ALPHA = 'B3';
/** Ground that is smaller on the screen, in pixels, has no name. */
const LEAST_GROUND = 28;

interface Texts extends LabelNames {
  readonly more: readonly LabelText[];
  readonly theme: Theme;
}

/** What is written for a count, which is a new one whenever something changes: prices and widths take some time. */
const written = new WeakMap<SectionCount, Texts>();

/**
 * Names of sections, and under them what is free and from what price, where there is room.
 * @param areas the largest first
 * @param beyond the edges of the screen, in CSS pixels
 */
export function drawAreaLabels(
  context: CanvasRenderingContext2D,
  scene: Scene,
  areas: readonly Area[],
  beyond = 0,
): void {
  const { camera, counts, theme } = scene;
  const seen = grown(camera.seen, beyond / camera.view.scale);
  const wishes = areas.flatMap(({ section, bounds, polygon, middle }) => {
    const count = counts[section];
    const size = Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top) * camera.view.scale;
    if (!count || size < LEAST_GROUND || !meets(bounds, seen)) return [];
    const { whole, short, more } = textsOf(context, scene, section, count);
    const holds = (box: Rect, over: number) => isInside(scene, polygon, box, over);
    return [{ whole, short, more, middle: camera.toScreen(middle.x, middle.y), holds }];
  });
  const stage = stageBox(context, scene);
  const labels = placeLabels(wishes, {
    screen: grown({ left: 0, top: 0, right: camera.width, bottom: camera.height }, beyond - 2),
    taken: stage ? [stage] : [],
  });
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = theme.paper + HALO_ALPHA;
  context.fillStyle = theme.ink;
  // To change the font takes as long as to write a line.
  for (const [font, lines] of Map.groupBy(labels.flatMap(linesOf), (line) => line.font)) {
    context.font = font;
    for (const { text, x, y } of lines) {
      context.strokeText(text, x, y);
      context.fillText(text, x, y);
    }
  }
}

function linesOf(label: PlacedLabel | null) {
  if (!label) return [];
  const { left, right, top } = label.box;
  let below = top + 2;
  return label.texts.flatMap(({ lines, font, lineHeight }) =>
    lines.map((text) => {
      below += lineHeight;
      return { text, font, x: (left + right) / 2, y: below - lineHeight / 2 };
    }),
  );
}

function textsOf(
  context: CanvasRenderingContext2D,
  { theme, say, plan }: Scene,
  section: number,
  count: SectionCount,
): Texts {
  const known = written.get(count);
  if (known?.theme === theme) return known;
  const text = (lines: readonly string[], font: string, lineHeight: number) => {
    const width = Math.max(...lines.map((line) => widthOf(context, font, line)));
    return { lines, font, lineHeight, width };
  };
  const { label = '', isStanding = false } = plan.sections[section] ?? {};
  const texts = {
    theme,
    ...namesOf(label, (lines) => text(lines, `600 ${lines.length > 1 ? SMALL : NAME}px ${theme.font}`, NAME)),
    more: say
      .areaLines({ ...count, section, label, isStanding })
      .map((line) => text([line], `${SMALL}px ${theme.font}`, LINE_HEIGHT)),
  };
  written.set(count, texts);
  return texts;
}

/** Whether a box of the screen lies in an area, so much of its margin not counted. */
function isInside(
  { camera }: Scene,
  polygon: readonly number[],
  { left, right, top, bottom }: Rect,
  over: number,
): boolean {
  const [from, to] = [
    camera.toPlan({ x: left + over, y: top + over }),
    camera.toPlan({ x: right - over, y: bottom - over }),
  ];
  return [from.x, to.x].every((x) => [from.y, to.y].every((y) => contains(polygon, x, y)));
}
