import { look } from '../places/looks.ts';
import { seatLabel } from '../places/seat-names.ts';
import { RADIUS, type Scene } from './scene.ts';
import { readableOn } from './shape-2d.ts';

/** Discs from which on letters fit under their numbers, in pixels between neighbours. */
const LETTER_PITCH = 36;

/** Numbers, and letters of zones, in the discs of free seats. */
export function drawSeatLabels(
  context: CanvasRenderingContext2D,
  { plan, camera, grid, drawn, zones, theme }: Scene,
): void {
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
    // Asked for its colour, a canvas makes a text of it.
    let inked: string | null = null;
    const down = part === 'letter' ? radius * 0.52 : hasLetters ? -radius * 0.16 : radius * 0.05;
    for (const seat of seats) {
      const zone = plan.zone[seat] ?? 0;
      const { x, y } = camera.toScreen(plan.x[seat] ?? 0, plan.y[seat] ?? 0);
      const text = part === 'letter' ? (zones[zone]?.letter ?? '') : seatLabel(plan, seat);
      const ink = inks[zone] ?? theme.ink;
      if (ink !== inked) context.fillStyle = inked = ink;
      // What has a most is measured each time, and so few figures fit.
      context.fillText(text, x, y + down, text.length > 3 ? radius * 1.8 : undefined);
    }
  }
}
