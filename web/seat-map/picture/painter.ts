import type { Area } from '../plan/sections.ts';
import type { View } from './camera.ts';
import type { Details } from './details.ts';
import { drawAreaLabels } from './draw-area-labels.ts';
import { drawAreas, drawEdges } from './draw-areas.ts';
import { drawStage } from './draw-labels.ts';
import type { Scene, SeatRenderer } from './scene.ts';
import { BEYOND, slide } from './slide.ts';

/** Who has not moved for so long looks at the picture. */
const REST_MS = 100;

export interface PainterOptions {
  /** Draws with canvas 2D even where there is WebGL2. */
  readonly isPlain: boolean;
  /** Before each picture: the camera may have moved. */
  readonly onFrame: () => void;
  /** After each picture: how long it took in script. */
  readonly onPainted: (scriptMs: number) => void;
  /** What draws seats did not come. */
  readonly onFault: (error: unknown) => void;
}

/** What draws seats is a file of its own: the first picture, of areas and names, does not wait for it. */
export const fetchSeats = () => import('./draw-webgl.ts');

/** Owns the canvases: seats below, areas, names and rings above. Draws when asked, once a frame. */
export class Painter {
  readonly #scene: Scene;
  readonly #root: HTMLElement;
  readonly #options: PainterOptions;
  readonly #above = document.createElement('canvas');
  readonly #watcher: ResizeObserver;
  readonly #standing: readonly Area[];
  #seats: HTMLCanvasElement;
  #renderer: SeatRenderer | null = null;
  #details: Details | null = null;
  #isEnded = false;
  #request = 0;
  #ratio = 1;
  #hasSize = false;
  #hasSeats = false;
  /** Where the camera was when the areas were drawn; null when they have to be anew. */
  #drawn: View | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, scene: Scene, options: PainterOptions) {
    this.#root = root;
    this.#scene = scene;
    this.#options = options;
    this.#standing = scene.bySize.filter(({ section }) => scene.plan.sections[section]?.isStanding);
    this.#seats = this.#layer();
    this.#place(this.#above, BEYOND);
    // It tells the size with the first frame. Asking for it here would have the page laid out within this task.
    this.#watcher = new ResizeObserver(() => this.resize());
    this.#watcher.observe(root);
  }

  /** Null until the driver is ready: areas and names are drawn before. */
  get rendererKind(): SeatRenderer['kind'] | null {
    return this.#renderer?.kind ?? null;
  }

  /** A picture with the next frame: something else is to be seen. */
  invalidate(): void {
    this.#drawn = null;
    this.follow();
  }

  /** With the next frame, what the camera sees: it moved, and nothing else changed. */
  follow(): void {
    this.#request ||= requestAnimationFrame(() => {
      this.#request = 0;
      this.#paint();
    });
  }

  update(seats: Iterable<number> | 'all'): void {
    this.#renderer?.update(this.#scene, seats);
    this.invalidate();
  }

  /** The theme or the zones look otherwise. */
  recolor(): void {
    this.#renderer?.recolor(this.#scene);
    this.invalidate();
  }

  /** Has them drawn too from now on. */
  add(details: Details): void {
    this.#details = details;
    this.invalidate();
  }

  resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#root;
    this.#ratio = Math.min(devicePixelRatio, 2);
    this.#scene.camera.resize(width, height);
    this.#above.width = Math.round((width + 2 * BEYOND) * this.#ratio);
    this.#above.height = Math.round((height + 2 * BEYOND) * this.#ratio);
    this.#drawn = null;
    this.#renderer?.resize(width, height, this.#ratio);
    const isFirst = !this.#hasSize;
    this.#hasSize = true;
    // Sizing wipes the canvas: drawn at once, or it would be empty for a frame.
    this.#paint();
    if (isFirst) this.#startAfterPicture();
  }

  destroy(): void {
    this.#isEnded = true;
    cancelAnimationFrame(this.#request);
    clearTimeout(this.#rest);
    this.#watcher.disconnect();
    this.#renderer?.destroy();
    this.#seats.remove();
    this.#above.remove();
  }

  /** In a task of its own, when the first picture is out: the driver has only one hand. */
  #startAfterPicture(): void {
    requestAnimationFrame(() => setTimeout(() => this.#start(this.#options.isPlain)));
  }

  #start(isPlain: boolean): void {
    this.#startRenderer(isPlain).catch(this.#options.onFault);
  }

  async #startRenderer(isPlain: boolean): Promise<void> {
    const isLost = () => this.#start(true);
    // Beforehand, so that the driver makes room only once.
    if (!isPlain) {
      const { width, height } = this.#scene.camera;
      Object.assign(this.#seats, { width: width * this.#ratio, height: height * this.#ratio });
    }
    const webgl = isPlain ? null : await fetchSeats();
    if (this.#isEnded) return;
    const renderer = await webgl?.webglRenderer(this.#seats, this.#scene, isLost);
    // Hardly anybody needs it: a chunk of its own.
    const plain = renderer ? null : (await import('./draw-2d.ts')).canvasRenderer;
    if (this.#isEnded) {
      renderer?.destroy();
      return;
    }
    if (renderer) this.#renderer = renderer;
    else if (plain) {
      // A canvas keeps to the kind of context that was asked for first, even when that failed.
      this.#seats.remove();
      this.#seats = this.#layer();
      this.#renderer = plain(this.#seats);
    }
    const { width, height } = this.#scene.camera;
    this.#renderer?.resize(width, height, this.#ratio);
    this.#renderer?.update(this.#scene, 'all');
    this.recolor();
  }

  #layer(): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    this.#place(canvas, 0);
    return canvas;
  }

  /** @param beyond so far it reaches over the edges of the map; what does not is below all else */
  #place(canvas: HTMLCanvasElement, beyond: number): void {
    const size = `calc(100% + ${2 * beyond}px)`;
    const style = { position: 'absolute', inset: `${-beyond}px`, maxWidth: 'none' };
    Object.assign(canvas.style, { ...style, width: size, height: size });
    canvas.setAttribute('aria-hidden', 'true');
    this.#root.insertBefore(canvas, beyond ? null : this.#root.firstChild);
  }

  #paint(): void {
    if (!this.#hasSize) return;
    const start = performance.now();
    this.#options.onFrame();
    const scene = this.#scene;
    const { camera } = scene;
    const isFlying = camera.advance(start);
    const hasSeats = camera.level !== 'overview';
    if (hasSeats || this.#hasSeats) this.#renderer?.draw(scene, hasSeats);
    this.#hasSeats = hasSeats;
    this.#details?.minimap?.paint(scene, this.#ratio);
    const isMoving = this.#paintAbove(start);
    if (isMoving) this.invalidate();
    else if (isFlying) this.follow();
    this.#options.onPainted(performance.now() - start);
  }

  /** @returns whether something of it moves on */
  #paintAbove(now: number): boolean {
    const scene = this.#scene;
    const { camera } = scene;
    const { view, width, height } = camera;
    const moved = slide(this.#drawn, camera);
    const isOnTheWay = camera.level === 'overview' && this.#drawn?.scale === view.scale;
    clearTimeout(this.#rest);
    // Names come to where their ground is seen.
    if (isOnTheWay) this.#rest = setTimeout(() => this.invalidate(), REST_MS);
    const { x, y } = moved ?? { x: 0, y: 0 };
    const whole = (at: number) => Math.round(at * this.#ratio) / this.#ratio;
    this.#above.style.translate = `${whole(x)}px ${whole(y)}px`;
    const context = this.#above.getContext('2d');
    if (moved || !context) return false;
    this.#drawn = view;
    const beyond = isOnTheWay ? BEYOND : 0;
    const edge = BEYOND * this.#ratio;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, edge, edge);
    context.clearRect(-BEYOND, -BEYOND, width + 2 * BEYOND, height + 2 * BEYOND);
    if (camera.level === 'overview') {
      drawAreas(context, scene, scene.bySize, BEYOND);
      drawStage(context, scene);
      drawAreaLabels(context, scene, scene.bySize, beyond);
    } else {
      drawEdges(context, scene, this.#standing);
      drawStage(context, scene);
      if (this.#standing.length > 0) drawAreaLabels(context, scene, this.#standing);
    }
    return this.#details?.paint(context, scene, now) ?? false;
  }
}
