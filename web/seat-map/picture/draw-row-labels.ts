import { meets } from '../plan/shapes.ts';
import { widthOf } from './draw-labels.ts';
import type { Scene } from './scene.ts';

/** Rows from which on their names are readable, in pixels between neighbours. */
const ROW_PITCH = 9;

/** Names of rows before their first seat and after their last, where no other seat stands. */
export function drawRowLabels(
  context: CanvasRenderingContext2D,
  { plan, areas, camera, grid, theme }: Scene,
): void {
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
