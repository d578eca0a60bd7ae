import type { Point } from '../plan/shapes.ts';
import type { Camera, View } from './camera.ts';

/** So far beyond the edges of the map its picture reaches, in CSS pixels. */
export const BEYOND = 128;

/**
 * How far a picture of the overview is moved to show what the camera sees, in CSS pixels: to draw hundreds of areas and
 * names anew in each frame of a drag would be work for nothing.
 * @param drawn where the camera was when it was drawn; null when something has changed since
 * @returns null where another one has to be drawn
 */
export function slide(drawn: View | null, { view, level }: Pick<Camera, 'view' | 'level'>): Point | null {
  if (level !== 'overview' || drawn?.scale !== view.scale) return null;
  const [x, y] = [(drawn.x - view.x) * view.scale, (drawn.y - view.y) * view.scale];
  return Math.max(Math.abs(x), Math.abs(y)) > BEYOND ? null : { x, y };
}
