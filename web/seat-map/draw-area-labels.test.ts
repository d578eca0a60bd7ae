import { beforeEach, expect, it } from '@jest/globals';
import { Camera } from './camera.ts';
import { drawAreaLabels } from './draw-area-labels.ts';
import { groundOf } from './ground.ts';
import { planOf } from './hall.fixture.ts';
import type { Scene } from './scene.ts';
import type { SectionCount } from './sections.ts';
import { boundsOf, meets, type Rect } from './shapes.ts';
import { lightTheme } from './theme.ts';

/** What was written, where: letters of three fifths of their height, about as wide as those of a bold system font. */
const texts: (Rect & { readonly text: string })[] = [];
const context = {
  font: '',
  measureText: (text: string) => ({ width: widthOf(text) }),
  strokeText: () => undefined,
  fillText: (text: string, x: number, y: number) => {
    const [half, size] = [widthOf(text) / 2, sizeOf()];
    texts.push({ text, left: x - half, right: x + half, top: y - size / 2, bottom: y + size / 2 });
  },
};
const sizeOf = () => Number(/(\d+)px/.exec(context.font)?.[1]);
const widthOf = (text: string) => text.length * 0.6 * sizeOf();
beforeEach(() => void texts.splice(0));

/** A piece of a ring around the stage, as an arena has them. */
function pieceOf(ring: { from: number; to: number }, at: number, of: number): number[] {
  const corner = (radius: number, share: number) => {
    const angle = Math.PI * (1 - (at + share) / of);
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  };
  const shares = [0.05, 0.35, 0.65, 0.95];
  return [
    ...shares.flatMap((share) => corner(ring.to, share)),
    ...shares.toReversed().flatMap((share) => corner(ring.from, share)),
  ];
}

const rings = {
  Floor: { from: 400, to: 700 },
  Lower: { from: 800, to: 1200 },
  Upper: { from: 1300, to: 1800 },
};
const plan = planOf(
  Object.entries(rings).flatMap(([name, ring]) =>
    Array.from({ length: 7 }, (_, at) => ({
      label: `${name} ring ${at + 1}`,
      outline: pieceOf(ring, at, 7),
      rows: [{ x: 0, y: 1000 }],
    })),
  ),
  { stage: [0, 0] },
);

function drawn(width: number, height: number): readonly string[] {
  const { areas } = groundOf(plan);
  const bounds = boundsOf(plan.sections.flatMap(({ outline }) => [...outline]));
  const camera = new Camera({ bounds, pitch: plan.pitch, hasSeats: true });
  camera.resize(width, height);
  const count: SectionCount = { free: 214, total: 300, from: 3900, zone: 0, accessibleFree: 0 };
  const say = { stage: () => 'Stage', areaLines: () => ['214 free', 'from €39'] };
  const counts = plan.sections.map(() => count);
  const scene = { plan, areas, camera, counts, say, theme: lightTheme } as unknown as Scene;
  drawAreaLabels(context as unknown as CanvasRenderingContext2D, scene);
  return texts.map(({ text }) => text);
}

it.each([
  ['a phone', 390, 570],
  ['a small phone', 320, 480],
  ['a desktop', 1200, 800],
])('no label of an arena meets another one or the edge of %s', (_, width, height) => {
  drawn(width, height);
  for (const [at, one] of texts.entries()) {
    expect([one.text, one.left >= 0 && one.right <= width]).toEqual([one.text, true]);
    for (const other of texts.slice(at + 1)) {
      expect([one.text, other.text, meets(one, other)]).toEqual([one.text, other.text, false]);
    }
  }
});

it('a phone shows names rather than numbers of places, and the outer ring whole', () => {
  const shown = drawn(390, 570).join(' ');
  for (const at of [1, 2, 3, 4, 5, 6, 7]) expect(shown).toContain(`ring ${at}`);
  expect(shown).not.toContain('from');
});

it('a desktop has room for what is free, and from what price', () => {
  const shown = drawn(1600, 1000);
  expect(shown.filter((text) => text === '214 free').length).toBeGreaterThanOrEqual(7);
  expect(shown).toContain('from €39');
});
