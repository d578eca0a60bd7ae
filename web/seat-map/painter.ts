import type { Details } from './details.ts';
import { drawAreaLabels } from './draw-area-labels.ts';
import { drawAreas, drawEdges } from './draw-areas.ts';
import { drawRowLabels, drawStage } from './draw-labels.ts';
import type { Scene, SeatRenderer } from './scene.ts';
import type { Area } from './sections.ts';

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

  constructor(root: HTMLElement, scene: Scene, options: PainterOptions) {
    this.#root = root;
    this.#scene = scene;
    this.#options = options;
    this.#standing = scene.bySize.filter(({ section }) => scene.plan.sections[section]?.isStanding);
    this.#seats = this.#layer();
    this.#place(this.#above);
    // It tells the size with the first frame. Asking for it here would have the page laid out within this task.
    this.#watcher = new ResizeObserver(() => this.resize());
    this.#watcher.observe(root);
  }

  /** Null until the driver is ready: areas and names are drawn before. */
  get rendererKind(): SeatRenderer['kind'] | null {
    return this.#renderer?.kind ?? null;
  }

  /** A picture with the next frame. */
  invalidate(): void {
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
    this.#above.width = Math.round(width * this.#ratio);
    this.#above.height = Math.round(height * this.#ratio);
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
    if (!isPlain) Object.assign(this.#seats, { width: this.#above.width, height: this.#above.height });
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
    this.#place(canvas, true);
    return canvas;
  }

  #place(canvas: HTMLCanvasElement, isLowest = false): void {
    Object.assign(canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' });
    canvas.setAttribute('aria-hidden', 'true');
    if (isLowest) this.#root.prepend(canvas);
    else this.#root.append(canvas);
  }

  #paint(): void {
    if (!this.#hasSize) return;
    const start = performance.now();
    this.#options.onFrame();
    const scene = this.#scene;
    const { camera } = scene;
    const now = performance.now();
    const isFlying = camera.advance(now);
    const { level } = camera;
    const hasSeats = level !== 'overview';
    if (hasSeats || this.#hasSeats) this.#renderer?.draw(scene, hasSeats);
    this.#hasSeats = hasSeats;
    const context = this.#above.getContext('2d');
    let isMoving = false;
    if (context) {
      context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
      context.clearRect(0, 0, camera.width, camera.height);
      this.#paintAbove(context);
      isMoving = this.#details?.paint(context, scene, { now, ratio: this.#ratio }) ?? false;
    }
    if (isFlying || isMoving) this.invalidate();
    this.#options.onPainted(performance.now() - start);
  }

  #paintAbove(context: CanvasRenderingContext2D): void {
    const scene = this.#scene;
    if (scene.camera.level === 'overview') {
      drawAreas(context, scene, scene.bySize);
      drawStage(context, scene);
      drawAreaLabels(context, scene, scene.bySize);
      return;
    }
    drawEdges(context, scene, this.#standing);
    drawStage(context, scene);
    drawRowLabels(context, scene);
    if (this.#standing.length > 0) drawAreaLabels(context, scene, this.#standing);
  }
}
