import { look } from './looks.ts';
import { RADIUS, type Scene } from './scene.ts';
import { seatLabel } from './seat-names.ts';
import { readableOn } from './shape-2d.ts';
import type { Rect } from './shapes.ts';

/** Rows from which on their names are readable, in pixels between neighbours; and seats for numbers with letters. */
const ROW_PITCH = 9;
const LETTER_PITCH = 36;

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

/** Numbers, and letters of zones, in the discs of free seats. */
export function drawSeatLabels(context: Context, { plan, camera, grid, drawn, zones, theme }: Scene): void {
  const radius = RADIUS * camera.pitch;
  const hasLetters = camera.pitch >= LETTER_PITCH && plan.zones.length > 1;
  const numberFont = `600 ${Math.round(radius * (hasLetters ? 0.78 : 0.9))}px ${theme.font}`;
  const letterFont = `${Math.round(radius * 0.58)}px ${theme.font}`;
  const inks = zones.map(({ color }) => (theme.isForced ? theme.paper : readableOn(color)));
  const seats: number[] = [];
  grid.inRect(camera.seen, (seat) => {
    // A wheelchair place has its sign there, and a name in the card.
    if (drawn[seat] === look.free && ((plan.flags[seat] ?? 0) & 1) === 0) seats.push(seat);
  });
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const part of hasLetters ? (['number', 'letter'] as const) : (['number'] as const)) {
    context.font = part === 'number' ? numberFont : letterFont;
    const down = part === 'letter' ? radius * 0.52 : hasLetters ? -radius * 0.16 : radius * 0.05;
    for (const seat of seats) {
      const zone = plan.zone[seat] ?? 0;
      const { x, y } = camera.toScreen(plan.x[seat] ?? 0, plan.y[seat] ?? 0);
      const text = part === 'letter' ? (zones[zone]?.letter ?? '') : seatLabel(plan, seat);
      const ink = inks[zone] ?? theme.ink;
      if (context.fillStyle !== ink) context.fillStyle = ink;
      context.fillText(text, x, y + down, radius * 1.8);
    }
  }
}
