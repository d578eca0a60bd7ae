import { mixed } from '../colors/color.ts';
import { stepOfShare } from '../plan/sections.ts';
import type { Point, Rect } from '../plan/shapes.ts';
import type { Camera } from './camera.ts';
import { areaFill, pathOf } from './draw-areas.ts';
import type { Scene } from './scene.ts';

const MOST = { width: 132, height: 96 } as const;

/** The size that a plan has in the minimap, and pixels for a unit of the drawing. */
export function minimapSize({ left, right, top, bottom }: Rect): {
  width: number;
  height: number;
  scale: number;
} {
  const [width, height] = [Math.max(right - left, 1), Math.max(bottom - top, 1)];
  const scale = Math.min((MOST.width - 8) / width, (MOST.height - 8) / height);
  return { width: Math.round(width * scale) + 8, height: Math.round(height * scale) + 8, scale };
}

/** What is seen, in pixels of the minimap. */
export function minimapFrame(bounds: Rect, camera: Pick<Camera, 'seen'>): Rect {
  const { width, height, scale } = minimapSize(bounds);
  const place = (at: number, from: number, most: number) =>
    Math.min(Math.max((at - from) * scale + 4, 1), most - 1);
  return {
    left: place(camera.seen.left, bounds.left, width),
    right: place(camera.seen.right, bounds.left, width),
    top: place(camera.seen.top, bounds.top, height),
    bottom: place(camera.seen.bottom, bounds.top, height),
  };
}

/** The point of the plan under one of the minimap. */
export function fromMinimap(bounds: Rect, { x, y }: Point): Point {
  const { scale } = minimapSize(bounds);
  return { x: bounds.left + (x - 4) / scale, y: bounds.top + (y - 4) / scale };
}

/** The whole hall in the corner, with a frame around what is seen: there while not all of it is. */
export class Minimap {
  readonly element = document.createElement('canvas');
  /** What stays while one moves, and what it was made of. */
  #ground: { readonly of: readonly unknown[]; readonly canvas: HTMLCanvasElement } | null = null;

  constructor(root: HTMLElement) {
    Object.assign(this.element.style, {
      position: 'absolute',
      left: '12px',
      bottom: '12px',
      borderRadius: '6px',
      cursor: 'pointer',
      touchAction: 'none',
    });
    root.append(this.element);
  }

  paint(scene: Scene, ratio: number): void {
    const { camera, theme, zones, counts } = scene;
    const { style } = this.element;
    style.display = camera.isWhole ? 'none' : 'block';
    if (camera.isWhole) return;
    const of = [theme, zones, counts, ratio];
    if (!this.#ground?.of.every((one, at) => one === of[at])) {
      style.background = theme.card;
      style.boxShadow = `0 0 0 1px ${theme.taken}`;
      this.#ground = { of, canvas: groundOf(scene, ratio) };
    }
    draw(this.element, this.#ground.canvas, scene, ratio);
  }
}

function groundOf(scene: Scene, ratio: number): HTMLCanvasElement {
  const { plan, theme, areas, zones, counts } = scene;
  const { width, height, scale } = minimapSize(plan.bounds);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  const unit = ratio * scale;
  context.setTransform(
    unit,
    0,
    0,
    unit,
    4 * ratio - plan.bounds.left * unit,
    4 * ratio - plan.bounds.top * unit,
  );
  context.lineJoin = 'round';
  for (const area of areas) {
    const count = counts[area.section];
    const zone = zones[count?.zone ?? 0]?.color ?? theme.ink;
    const step = count ? stepOfShare(count) : 0;
    const fill = step === 0 ? mixed(theme.taken, theme.paper, 0.3) : areaFill(theme, zone, step);
    context.fillStyle = context.strokeStyle = theme.isForced ? theme.taken : fill;
    context.lineWidth = Math.max(2 * area.margin, 0.5 / scale);
    context.stroke(pathOf(area));
    context.fill(pathOf(area));
  }
  return canvas;
}

function draw(canvas: HTMLCanvasElement, ground: HTMLCanvasElement, scene: Scene, ratio: number): void {
  const { plan, theme } = scene;
  if (canvas.width !== ground.width || canvas.height !== ground.height) {
    const { width, height } = minimapSize(plan.bounds);
    canvas.width = ground.width;
    canvas.height = ground.height;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.drawImage(ground, 0, 0);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const { left, right, top, bottom } = minimapFrame(plan.bounds, scene.camera);
  context.lineWidth = 2;
  context.strokeStyle = theme.accent;
  context.strokeRect(left, top, Math.max(right - left, 4), Math.max(bottom - top, 4));
}
