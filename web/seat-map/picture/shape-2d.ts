import { contrast } from '../colors/color.ts';
import type { Theme } from '../colors/theme.ts';
import { look } from '../places/looks.ts';
import { OWN_SIZE } from './scene.ts';

export interface Shape {
  /** A value of `look`. */
  readonly state: number;
  readonly color: string;
  readonly isHatched: boolean;
  readonly isAccessible: boolean;
  /** Whether it is large enough for signs. */
  readonly hasSign: boolean;
}

/** One seat around the origin, the radius of a disc being 1: the shapes of the shader, for legends and the fallback. */
export function drawShape(context: CanvasRenderingContext2D, theme: Theme, shape: Shape): void {
  context.lineCap = context.lineJoin = 'round';
  context.fillStyle = context.strokeStyle = theme.taken;
  if (shape.state === look.free) drawFree(context, theme, shape);
  else if (shape.state === look.held) {
    context.lineWidth = 0.26;
    outline(context, shape.isAccessible, 0.83);
    context.stroke();
  } else if (shape.state === look.sold) {
    outline(context, false, 0.4);
    context.fill();
  } else if (shape.state === look.blocked) {
    strokeLines(context, 0.26, [
      [-0.55, -0.55, 0.55, 0.55],
      [-0.55, 0.55, 0.55, -0.55],
    ]);
  } else drawOwn(context, theme, shape);
}

/** What can be read on a zone's colour: white or near black, whichever has more contrast. */
export function readableOn(color: string): string {
  return contrast(color, '#FFFFFF') > contrast(color, '#101010') ? '#FFFFFF' : '#101010';
}

function drawFree(context: CanvasRenderingContext2D, theme: Theme, shape: Shape): void {
  context.fillStyle = shape.color;
  outline(context, shape.isAccessible, shape.isAccessible ? 0.95 : 1);
  context.fill();
  if (shape.isHatched) {
    context.save();
    outline(context, shape.isAccessible, 0.84);
    context.clip();
    context.strokeStyle = theme.paper;
    context.globalAlpha = 0.8;
    const stripes = [-1, 0, 1].map((at) => [-1.5 + at * 0.9, 1.5, 1.5 + at * 0.9, -1.5] as const);
    strokeLines(context, 0.22, stripes);
    context.restore();
  }
  if (!shape.isAccessible || !shape.hasSign) return;
  context.strokeStyle = context.fillStyle = readableOn(shape.color);
  strokeLines(context, 0.17, [
    [-0.1, -0.35, -0.07, 0.07],
    [-0.07, 0.07, 0.26, 0.07],
    [0.26, 0.07, 0.42, 0.43],
  ]);
  context.beginPath();
  context.arc(-0.07, 0.23, 0.33, 0.1 * Math.PI, 1.35 * Math.PI);
  context.stroke();
  context.beginPath();
  context.arc(-0.1, -0.54, 0.13, 0, 2 * Math.PI);
  context.fill();
}

function drawOwn(context: CanvasRenderingContext2D, theme: Theme, { state, isAccessible }: Shape): void {
  context.scale(OWN_SIZE, OWN_SIZE);
  context.fillStyle = theme.ink;
  outline(context, isAccessible, isAccessible ? 0.95 : 1);
  context.fill();
  context.fillStyle = context.strokeStyle = theme.paper;
  if (state === look.chosen) {
    strokeLines(context, 0.24, [
      [-0.42, 0.04, -0.12, 0.34],
      [-0.12, 0.34, 0.44, -0.3],
    ]);
    return;
  }
  context.fillRect(-0.42, -0.12, 0.84, 0.64);
  context.lineWidth = 0.16;
  context.beginPath();
  context.arc(0, -0.14, 0.26, Math.PI, 2 * Math.PI);
  context.stroke();
}

function outline(context: CanvasRenderingContext2D, isSquare: boolean, size: number): void {
  context.beginPath();
  if (isSquare) context.roundRect(-size, -size, 2 * size, 2 * size, 0.3);
  else context.arc(0, 0, size, 0, 2 * Math.PI);
}

type Line = readonly [fromX: number, fromY: number, toX: number, toY: number];

function strokeLines(context: CanvasRenderingContext2D, width: number, lines: readonly Line[]): void {
  context.lineWidth = width;
  context.beginPath();
  for (const [fromX, fromY, toX, toY] of lines) {
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
  }
  context.stroke();
}
