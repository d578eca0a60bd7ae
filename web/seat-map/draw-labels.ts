import type { Scene } from './scene.ts';
import { meets, type Rect } from './shapes.ts';

/** Rows from which on their names are readable, in pixels between neighbours. */
const ROW_PITCH = 9;

type Context = CanvasRenderingContext2D;

const widths = new Map<string, number>();
/** Texts tell how many places are free, and so come to be many. */
const MOST_WIDTHS = 4_000;

/** In CSS pixels. Each frame asks for the same texts: each is measured once a font. */
export function widthOf(context: Context, font: string, text: string): number {
  const key = font + text;
  let width = widths.get(key);
  if (width === undefined) {
    context.font = font;
    width = context.measureText(text).width;
    if (widths.size < MOST_WIDTHS) widths.set(key, width);
  }
  return width;
}

/** Where the stage is drawn, in CSS pixels of the screen, and its word's font; null where a plan has none. */
export function stageBox(
  context: Context,
  { plan, camera, theme, say }: Scene,
): (Rect & { readonly font: string }) | null {
  if (!plan.stage) return null;
  const { x, y } = camera.toScreen(plan.stage.x, plan.stage.y);
  // In a small picture it would cover the first rows.
  const height = camera.pitch < 4 ? 22 : 28;
  const font = `600 ${height / 2 - 1}px ${theme.font}`;
  const least = widthOf(context, font, say.stage()) + 32;
  const width = Math.max(least, Math.min(10 * camera.pitch, 260));
  return { font, left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

export function drawStage(context: Context, scene: Scene): void {
  const { theme, say } = scene;
  const box = stageBox(context, scene);
  if (!box) return;
  const { left, top, right, bottom, font } = box;
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, 6);
  context.fillStyle = theme.card;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = theme.taken;
  context.stroke();
  context.fillStyle = theme.muted;
  context.fillText(say.stage(), (left + right) / 2, (top + bottom) / 2 + 0.5);
}

/** Names of rows before their first seat and after their last, where no other seat stands. */
export function drawRowLabels(context: Context, { plan, areas, camera, grid, theme }: Scene): void {
  const { pitch, seen } = camera;
  if (pitch < ROW_PITCH) return;
  const font = `${Math.round(Math.min(Math.max(pitch * 0.5, 9), 13))}px ${theme.font}`;
  context.font = font;
  context.fillStyle = theme.muted;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  // Ends of rows of two sections meet in an aisle: one name there is enough.
  const placed = new Set<number>();
  const cell = (x: number, y: number) => Math.round(x / 12) * 10_000 + Math.round(y / 10);
  const name = (label: string, end: number, inner: number) => {
    const [x, y] = [plan.x[end] ?? 0, plan.y[end] ?? 0];
    if (x < seen.left || x > seen.right || y < seen.top || y > seen.bottom) return;
    const [dx, dy] = [x - (plan.x[inner] ?? 0), y - (plan.y[inner] ?? 0)];
    const length = Math.hypot(dx, dy) || 1;
    // A long name begins beside the seat and leads away from it.
    const width = label.length > 2 ? widthOf(context, font, label) / camera.view.scale : 0;
    const away = plan.pitch * 0.95 + (Math.abs(dx) > Math.abs(dy) ? Math.max(width - plan.pitch, 0) / 2 : 0);
    const [atX, atY] = [x + (dx / length) * away, y + (dy / length) * away];
    const reach = Math.max(0.7 * plan.pitch, width / 2 + 0.3 * plan.pitch);
    const isTaken = grid.nearest(atX, atY, reach, (seat) => plan.row[seat] !== plan.row[end]) !== null;
    if (isTaken) return;
    const at = camera.toScreen(atX, atY);
    const cells = [-6, 6].flatMap((x) => [-5, 5].map((y) => cell(at.x + x, at.y + y)));
    if (cells.some((one) => placed.has(one))) return;
    for (const one of cells) placed.add(one);
    context.fillText(label, at.x, at.y + 0.5);
  };
  for (const { section, bounds } of areas) {
    // Of thousands of rows some dozens are seen.
    if (!meets(bounds, seen)) continue;
    const { firstRow = 0, rowCount = 0 } = plan.sections[section] ?? {};
    for (const { label, firstSeat, seatCount } of plan.rows.slice(firstRow, firstRow + rowCount)) {
      if (label === '' || seatCount < 2) continue;
      const last = firstSeat + seatCount - 1;
      name(label, firstSeat, firstSeat + 1);
      name(label, last, last - 1);
    }
  }
}
