import { LOST_MS, OWN_SIZE, RADIUS, type Scene } from './scene.ts';
import { drawShape } from './shape-2d.ts';

type Context = CanvasRenderingContext2D;

/** In the overview what one has chosen is seen too, as large as a thumb needs to find it. */
export function drawOwnInOverview(context: Context, scene: Scene): void {
  const { plan, camera, theme, drawn } = scene;
  for (const seat of scene.own) {
    const { x, y } = camera.toScreen(plan.x[seat] ?? 0, plan.y[seat] ?? 0);
    context.save();
    context.translate(x, y);
    context.fillStyle = theme.paper;
    context.beginPath();
    context.arc(0, 0, 9, 0, 2 * Math.PI);
    context.fill();
    context.scale(5.5, 5.5);
    const state = (drawn[seat] ?? 0) & 7;
    drawShape(context, theme, {
      state,
      color: theme.ink,
      isHatched: false,
      isAccessible: false,
      hasSign: false,
    });
    context.restore();
  }
}

/** Rings: of seats that a click takes, of what others took, of what the keys stand on. @returns whether it goes on */
export function drawMarks(context: Context, scene: Scene, now: number): boolean {
  const { plan, camera, theme, lost } = scene;
  const radius = Math.max(RADIUS * camera.pitch, 3);
  const ring = (seat: number, size: number, width: number, color: string) => {
    const { x, y } = camera.toScreen(plan.x[seat] ?? 0, plan.y[seat] ?? 0);
    context.beginPath();
    context.arc(x, y, size, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = color;
    context.stroke();
  };
  for (const seat of scene.lit) ring(seat, radius + 2.5, 2, theme.ink);
  for (const [seat, since] of lost) {
    const time = (now - since) / LOST_MS;
    if (time >= 1) {
      lost.delete(seat);
      continue;
    }
    context.globalAlpha = 1 - time ** 3;
    ring(seat, radius * (1.2 + 0.8 * time) + 2, 3, theme.danger);
    context.globalAlpha = 1;
  }
  if (scene.focus?.kind === 'seat' && scene.hasFocusRing) {
    const isOwn = (scene.drawn[scene.focus.seat] ?? 0) >= 4;
    const size = radius * (isOwn ? OWN_SIZE : 1) + 3;
    ring(scene.focus.seat, size, 5, theme.paper);
    ring(scene.focus.seat, size, 3, theme.accent);
  }
  return lost.size > 0;
}

/** The ring around a section that the keys stand on. */
export function drawAreaFocus(context: Context, { focus, hasFocusRing, areas, camera, theme }: Scene): void {
  if (focus?.kind !== 'area' || !hasFocusRing) return;
  const area = areas.find(({ section }) => section === focus.section);
  if (!area) return;
  const { x: left, y: top } = camera.toScreen(area.bounds.left, area.bounds.top);
  const { x: right, y: bottom } = camera.toScreen(area.bounds.right, area.bounds.bottom);
  for (const [width, color] of [
    [5, theme.paper],
    [3, theme.accent],
  ] as const) {
    context.beginPath();
    context.roundRect(left - 4, top - 4, right - left + 8, bottom - top + 8, 8);
    context.lineWidth = width;
    context.strokeStyle = color;
    context.stroke();
  }
}
