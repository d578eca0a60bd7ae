import { drawAreaFocus, drawMarks, drawOwnInOverview } from './draw-marks.ts';
import { drawRowLabels } from './draw-row-labels.ts';
import { drawSeatLabels } from './draw-seat-labels.ts';
import { Minimap } from './minimap.ts';
import type { Scene } from './scene.ts';

/** What a picture has for who turns to it: rings, what is chosen in the overview, names of rows, numbers of seats, the minimap. */
export class Details {
  readonly minimap: Minimap | null;

  constructor(root: HTMLElement, hasMinimap: boolean) {
    this.minimap = hasMinimap ? new Minimap(root) : null;
  }

  /**
   * Above all else.
   * @returns whether something of it moves on
   */
  paint(context: CanvasRenderingContext2D, scene: Scene, now: number): boolean {
    const { level } = scene.camera;
    if (level === 'overview') {
      drawOwnInOverview(context, scene);
      drawAreaFocus(context, scene);
      return false;
    }
    drawRowLabels(context, scene);
    if (level === 'seat') drawSeatLabels(context, scene);
    return drawMarks(context, scene, now);
  }
}
