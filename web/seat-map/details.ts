import { drawAreaFocus, drawMarks, drawOwnInOverview } from './draw-marks.ts';
import { drawSeatLabels } from './draw-seat-labels.ts';
import { Minimap } from './minimap.ts';
import type { Scene } from './scene.ts';

/** What a picture has for who turns to it: rings, what is chosen in the overview, numbers of seats, the minimap. */
export class Details {
  readonly minimap: Minimap | null;

  constructor(root: HTMLElement, hasMinimap: boolean) {
    this.minimap = hasMinimap ? new Minimap(root) : null;
  }

  /**
   * Above all else.
   * @param at the time, and device pixels for a CSS pixel
   * @returns whether something of it moves on
   */
  paint(
    context: CanvasRenderingContext2D,
    scene: Scene,
    at: { readonly now: number; readonly ratio: number },
  ): boolean {
    this.minimap?.paint(scene, at.ratio);
    const { level } = scene.camera;
    if (level === 'overview') {
      drawOwnInOverview(context, scene);
      drawAreaFocus(context, scene);
      return false;
    }
    if (level === 'seat') drawSeatLabels(context, scene);
    return drawMarks(context, scene, at.now);
  }
}
