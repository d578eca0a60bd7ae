import type { Scene } from './scene.ts';
import type { Rect } from './shapes.ts';

/** Rows from which on their names are readable, in pixels between neighbours. */
const ROW_PITCH = 9;

type Context = CanvasRenderingContext2D;

/** Where the stage is drawn, in CSS pixels of the screen; null where a plan has none. Sets the font of its word. */
export function stageBox(context: Context, { plan, camera, theme, say }: Scene): Rect | null {
  if (!plan.stage) return null;
  const { x, y } = camera.toScreen(plan.stage.x, plan.stage.y);
  // In a small picture it would cover the first rows.
  const height = camera.pitch < 4 ? 22 : 28;
  context.font = `600 ${height / 2 - 1}px ${theme.font}`;
  const least = context.measureText(say.stage()).width + 32;
  const width = Math.max(least, Math.min(10 * camera.pitch, 260));
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

export function drawStage(context: Context, scene: Scene): void {
  const { theme, say } = scene;
  const box = stageBox(context, scene);
  if (!box) return;
  const { left, top, right, bottom } = box;
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
export function drawRowLabels(context: Context, { plan, camera, grid, theme }: Scene): void {
  const { pitch } = camera;
  if (pitch < ROW_PITCH) return;
  context.font = `${Math.round(Math.min(Math.max(pitch * 0.5, 9), 13))}px ${theme.font}`;
  context.fillStyle = theme.muted;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const { left, right, top, bottom } = camera.seen;
  // Ends of rows of two sections meet in an aisle: one name there is enough.
  const placed = new Set<number>();
  const cell = (x: number, y: number) => Math.round(x / 12) * 10_000 + Math.round(y / 10);
  for (const { label, firstSeat, seatCount } of plan.rows) {
    if (label === '') continue;
    const last = firstSeat + seatCount - 1;
    const ends = seatCount > 1 ? [[firstSeat, firstSeat + 1] as const, [last, last - 1] as const] : [];
    for (const [end, inner] of ends) {
      const [x, y] = [plan.x[end] ?? 0, plan.y[end] ?? 0];
      if (x < left || x > right || y < top || y > bottom) continue;
      const [dx, dy] = [x - (plan.x[inner] ?? 0), y - (plan.y[inner] ?? 0)];
      const length = Math.hypot(dx, dy) || 1;
      // A long name begins beside the seat and leads away from it.
      const width = label.length > 2 ? context.measureText(label).width / camera.view.scale : 0;
      const away =
        plan.pitch * 0.95 + (Math.abs(dx) > Math.abs(dy) ? Math.max(width - plan.pitch, 0) / 2 : 0);
      const [atX, atY] = [x + (dx / length) * away, y + (dy / length) * away];
      const reach = Math.max(0.7 * plan.pitch, width / 2 + 0.3 * plan.pitch);
      const isTaken = grid.nearest(atX, atY, reach, (seat) => plan.row[seat] !== plan.row[end]) !== null;
      if (isTaken) continue;
      const at = camera.toScreen(atX, atY);
      const cells = [-6, 6].flatMap((x) => [-5, 5].map((y) => cell(at.x + x, at.y + y)));
      if (cells.some((one) => placed.has(one))) continue;
      for (const one of cells) placed.add(one);
      context.fillText(label, at.x, at.y + 0.5);
    }
  }
}
