import { RADIUS, type Scene } from './scene.ts';
import { seatLabel } from './seat-names.ts';
import { readableOn } from './shape-2d.ts';
import { meets, type Rect } from './shapes.ts';
import { look } from './store.ts';

/** Rows from which on their names are readable, in pixels between neighbours; and seats for numbers with letters. */
const ROW_PITCH = 9;
const LETTER_PITCH = 36;

type Context = CanvasRenderingContext2D;

/** Names of sections and what is free in them, the largest first; what would lie over another is left out. */
export function drawAreaLabels(context: Context, scene: Scene, areas = scene.areas): void {
  const { camera, theme, say, plan } = scene;
  const placed: Rect[] = [];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const area of areas.toSorted((a, b) => b.size - a.size)) {
    const section = plan.sections[area.section];
    const count = scene.counts[area.section];
    if (!section || !count || !meets(area.bounds, camera.seen)) continue;
    const room = (area.bounds.right - area.bounds.left) * camera.view.scale;
    const tall = (area.bounds.bottom - area.bounds.top) * camera.view.scale;
    const middle = camera.toScreen(area.middle.x, area.middle.y);
    const lines = [
      section.label,
      ...say.areaLines({
        ...count,
        section: area.section,
        label: section.label,
        isStanding: section.isStanding,
      }),
    ];
    for (let shown = lines.length; shown > 0; shown -= 1) {
      const sizes = lines.slice(0, shown).map((text, at) => {
        context.font = fontOf(scene, at === 0 ? 14 : 12, at === 0);
        return context.measureText(text).width;
      });
      const width = Math.max(...sizes);
      const height = 18 + 15 * (shown - 1);
      const box = around(middle.x, middle.y, width, height);
      // A name may be wider than a narrow section, as long as it covers no other name.
      const fits = shown === 1 ? Math.max(room, tall) > 36 : width < room + 8 && height < tall + 8;
      if (!fits || placed.some((other) => meets(other, box))) continue;
      placed.push(box);
      for (const [at, text] of lines.slice(0, shown).entries()) {
        context.font = fontOf(scene, at === 0 ? 14 : 12, at === 0);
        const y = middle.y - height / 2 + 9 + (at === 0 ? 0 : 3 + 15 * at);
        withHalo(context, theme.paper, text, middle.x, y, theme.ink);
      }
      break;
    }
  }
}

export function drawStage(context: Context, { plan, camera, theme, say }: Scene): void {
  if (!plan.stage) return;
  const { x, y } = camera.toScreen(plan.stage.x, plan.stage.y);
  const text = say.stage();
  context.font = `600 13px ${theme.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const least = context.measureText(text).width + 32;
  const width = Math.max(least, Math.min(10 * camera.pitch, 260));
  context.beginPath();
  context.roundRect(x - width / 2, y - 14, width, 28, 6);
  context.fillStyle = theme.card;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = theme.taken;
  context.stroke();
  context.fillStyle = theme.muted;
  context.fillText(text, x, y + 0.5);
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

export function withHalo(
  context: Context,
  halo: string,
  text: string,
  x: number,
  y: number,
  ink: string,
): void {
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = halo;
  context.globalAlpha = 0.7;
  context.strokeText(text, x, y);
  context.globalAlpha = 1;
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

function fontOf({ theme }: Scene, size: number, isBold: boolean): string {
  return `${isBold ? '600 ' : ''}${size}px ${theme.font}`;
}

function around(x: number, y: number, width: number, height: number): Rect {
  return {
    left: x - width / 2 - 4,
    right: x + width / 2 + 4,
    top: y - height / 2 - 2,
    bottom: y + height / 2 + 2,
  };
}
