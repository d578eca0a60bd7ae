import { look } from '../places/looks.ts';
import { grown } from '../plan/shapes.ts';
import { FADED, OWN_SIZE, RADIUS, type Scene, type SeatRenderer } from './scene.ts';
import { drawShape } from './shape-2d.ts';

/** Under so many device pixels a square cannot be told from a disc, and is much cheaper. */
const PLAIN = 3;

/** The fallback without WebGL2: seats in view alone, a copy of a prepared picture each. */
export function canvasRenderer(canvas: HTMLCanvasElement): SeatRenderer {
  const context = canvas.getContext('2d');
  let ratio = 1;
  let sprites = new Map<number, HTMLCanvasElement>();
  let radiusOfSprites = 0;
  return {
    kind: '2d',
    resize(width, height, nextRatio) {
      ratio = nextRatio;
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    },
    recolor() {
      sprites = new Map();
    },
    update() {},
    draw(scene, isShown) {
      if (!context) return;
      context.clearRect(0, 0, canvas.width, canvas.height);
      if (!isShown) return;
      const { plan, camera, drawn } = scene;
      const radius = RADIUS * camera.pitch * ratio;
      if (Math.abs(radius - radiusOfSprites) > 0.25) {
        sprites = new Map();
        radiusOfSprites = radius;
      }
      const { x: left, y: top, scale } = camera.view;
      const [middleX, middleY] = [(camera.width * ratio) / 2, (camera.height * ratio) / 2];
      scene.grid.inRect(grown(camera.seen, plan.pitch), (seat) => {
        const x = ((plan.x[seat] ?? 0) - left) * scale * ratio + middleX;
        const y = ((plan.y[seat] ?? 0) - top) * scale * ratio + middleY;
        const state = drawn[seat] ?? look.blocked;
        context.globalAlpha = state & FADED ? 0.25 : 1;
        if (radius < PLAIN) return drawPlain(context, scene, { seat, x, y, radius });
        const key = ((((plan.zone[seat] ?? 0) << 1) | ((plan.flags[seat] ?? 0) & 1)) << 3) | (state & 7);
        let sprite = sprites.get(key);
        if (!sprite) {
          sprite = spriteOf(scene, seat, radius);
          sprites.set(key, sprite);
        }
        context.drawImage(sprite, Math.round(x - sprite.width / 2), Math.round(y - sprite.height / 2));
      });
      context.globalAlpha = 1;
    },
    destroy() {
      sprites = new Map();
    },
  };
}

interface Spot {
  readonly seat: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function drawPlain(
  context: CanvasRenderingContext2D,
  { plan, drawn, theme, zones }: Scene,
  spot: Spot,
): void {
  const state = (drawn[spot.seat] ?? 0) & 7;
  const isOwn = state >= look.chosen;
  const half = state === look.free ? spot.radius : isOwn ? spot.radius * OWN_SIZE : spot.radius / 2;
  const zone = zones[plan.zone[spot.seat] ?? 0]?.color ?? theme.ink;
  context.fillStyle = isOwn ? theme.ink : state === look.free ? zone : theme.taken;
  context.fillRect(spot.x - half, spot.y - half, 2 * half, 2 * half);
}

function spriteOf({ plan, drawn, theme, zones }: Scene, seat: number, radius: number): HTMLCanvasElement {
  const sprite = document.createElement('canvas');
  sprite.width = sprite.height = Math.ceil(2 * radius * OWN_SIZE) + 2;
  const context = sprite.getContext('2d');
  if (!context) return sprite;
  context.translate(sprite.width / 2, sprite.height / 2);
  context.scale(radius, radius);
  const zone = zones[plan.zone[seat] ?? 0];
  drawShape(context, theme, {
    state: (drawn[seat] ?? 0) & 7,
    color: zone?.color ?? theme.ink,
    isHatched: zone?.isHatched ?? false,
    isAccessible: ((plan.flags[seat] ?? 0) & 1) !== 0,
    hasSign: radius > 5,
  });
  return sprite;
}
