import { beforeEach, expect, it } from '@jest/globals';
import { lightTheme } from '../colors/theme.ts';
import type { Plan } from '../plan/geometry.ts';
import { groundOf } from '../plan/ground.ts';
import { planOf } from '../plan/hall.fixture.ts';
import type { SectionCount } from '../plan/sections.ts';
import { boundsOf, meets, type Rect } from '../plan/shapes.ts';
import { Camera, type View } from './camera.ts';
import { drawAreaLabels } from './draw-area-labels.ts';
import type { Scene } from './scene.ts';

/** What was written, where: letters of three fifths of their height, about as wide as those of a bold system font. */
const texts: (Rect & { readonly text: string })[] = [];
let measured = 0;
const context = {
  font: '',
  measureText: (text: string) => {
    measured += 1;
    return { width: widthOf(text) };
  },
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

const count: SectionCount = { free: 214, total: 300, from: 3900, zone: 0, accessibleFree: 0 };

/** Draws the names of a plan, all of it in sight unless a view is given. */
function drawn(width: number, height: number, { of = plan, view }: { of?: Plan; view?: View } = {}) {
  const { bySize } = groundOf(of);
  const bounds = boundsOf(of.sections.flatMap(({ outline }) => [...outline]));
  const camera = new Camera({ bounds, pitch: of.pitch, hasSeats: true });
  camera.resize(width, height);
  if (view) camera.set(view);
  const say = { stage: () => 'Stage', areaLines: () => ['214 free', 'from €39'] };
  const counts = of.sections.map(() => ({ ...count }));
  const scene = { plan: of, camera, counts, say, theme: lightTheme } as unknown as Scene;
  drawAreaLabels(context as unknown as CanvasRenderingContext2D, scene, bySize);
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

it('measures a text once, however many pictures show it', () => {
  drawn(1200, 800);
  measured = 0;
  drawn(1200, 800);
  expect(texts.length).toBeGreaterThan(0);
  expect(measured).toBe(0);
});

it('a name stays in its ground while that is seen, and does not stick to the edge when it is not', () => {
  const square = (x: number, width: number) => [x, 0, x + width, 0, x + width, 400, x, 400];
  const hall = planOf([
    { label: 'Left wing', outline: square(0, 390), rows: [{ x: 100, y: 200 }] },
    { label: 'Parterre', outline: square(400, 4000), rows: [{ x: 500, y: 200 }] },
  ]);
  // A strip of the wing is in sight, and a part of the parterre whose middle is not.
  const shown = drawn(800, 600, { of: hall, view: { x: 1170, y: 200, scale: 0.5 } });
  expect(shown).toContain('Parterre');
  expect(shown).not.toContain('Left wing');
});
