import type { Rect } from '../plan/shapes.ts';
import type { Scene } from './scene.ts';

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
