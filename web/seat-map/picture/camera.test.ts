import { beforeEach, describe, expect, it } from '@jest/globals';
import { Camera } from './camera.ts';
import { minimapFrame, minimapSize } from './minimap.ts';

const bounds = { left: 0, top: 0, right: 4000, bottom: 2000 };
let camera: Camera;

beforeEach(() => {
  camera = new Camera({ bounds, pitch: 20, hasSeats: true });
  camera.resize(1000, 800);
});

describe('the camera', () => {
  it('begins with the whole hall, in its overview', () => {
    expect(camera.isWhole).toBe(true);
    expect(camera.level).toBe('overview');
    const { left, right } = camera.seen;
    expect(left).toBeLessThan(0);
    expect(right).toBeGreaterThan(4000);
    expect(camera.view).toMatchObject({ x: 2000, y: 1000 });
  });

  it.each([
    [5.9, 'overview'],
    [6, 'section'],
    [27.9, 'section'],
    [28, 'seat'],
  ])('calls %f pixels between neighbours %s', (pitch, level) => {
    camera.set({ x: 2000, y: 1000, scale: pitch / 20 });
    expect(camera.level).toBe(level);
  });

  it('stays in the overview where nobody sits', () => {
    const club = new Camera({ bounds, pitch: 100, hasSeats: false });
    club.resize(1000, 800);
    expect(club.level).toBe('overview');
  });

  it('keeps what lies under the pointer there', () => {
    camera.set({ x: 2000, y: 1000, scale: 0.5 });
    const before = camera.toPlan({ x: 300, y: 500 });
    camera.zoomAt({ x: 300, y: 500 }, 1.7);
    expect(camera.toPlan({ x: 300, y: 500 }).x).toBeCloseTo(before.x, 6);
    expect(camera.toPlan({ x: 300, y: 500 }).y).toBeCloseTo(before.y, 6);
  });

  it('goes from the whole hall to 44 pixels a seat', () => {
    camera.zoomAt({ x: 500, y: 400 }, 1e9);
    expect(camera.pitch).toBeCloseTo(44, 6);
    camera.zoomAt({ x: 500, y: 400 }, 1e-9);
    expect(camera.isWhole).toBe(true);
    expect(camera.view).toMatchObject({ x: 2000, y: 1000 });
  });

  it('does not lose the hall', () => {
    camera.set({ x: 2000, y: 1000, scale: 1 });
    camera.panBy(1e6, -1e6);
    const corner = camera.toScreen(0, 2000);
    expect(corner.x).toBeGreaterThan(0);
    expect(corner.x).toBeLessThan(100);
    expect(corner.y).toBeGreaterThan(700);
    expect(corner.y).toBeLessThan(800);
  });

  it('flies in 200 ms, and is there at once for those who want no motion', () => {
    const target = { x: 1500, y: 900, scale: 1 };
    camera.flyTo(target, { now: 1000, isReduced: false });
    expect(camera.advance(1100)).toBe(true);
    expect(camera.view.scale).toBeGreaterThan(0.3);
    expect(camera.view.scale).toBeLessThan(1);
    expect(camera.advance(1200)).toBe(false);
    expect(camera.view).toEqual(target);
    camera.flyTo({ ...target, scale: 2 }, { now: 2000, isReduced: true });
    expect(camera.isFlying).toBe(false);
    expect(camera.view.scale).toBe(2);
  });

  it('keeps the whole hall in a window of another size, and the middle of a part of it', () => {
    camera.resize(500, 400);
    expect(camera.isWhole).toBe(true);
    camera.set({ x: 1500, y: 900, scale: 1 });
    camera.resize(1200, 900);
    expect(camera.view).toEqual({ x: 1500, y: 900, scale: 1 });
  });

  it('shows a section as a whole, or its middle in seats large enough to be seen', () => {
    const small = camera.fitted({ left: 0, top: 0, right: 200, bottom: 100 }, { atMostPitch: 38 });
    expect(small.scale * 20).toBeCloseTo(38, 6);
    const large = camera.fitted(bounds, { atLeastPitch: 9 });
    expect(large).toEqual({ x: 2000, y: 1000, scale: 9 / 20 });
  });
});

describe('the minimap', () => {
  it('frames what is seen, within its own edges', () => {
    const { width, height } = minimapSize(bounds);
    expect(width / height).toBeCloseTo(132 / 70, 1);
    camera.set({ x: 2000, y: 1000, scale: 1 });
    const frame = minimapFrame(bounds, camera);
    expect((frame.left + frame.right) / 2).toBeCloseTo(width / 2, 0);
    expect(frame.right - frame.left).toBeCloseTo((1000 * (width - 8)) / 4000, 0);
    camera.set(camera.whole());
    expect(minimapFrame(bounds, camera)).toEqual({ left: 1, top: 1, right: width - 1, bottom: height - 1 });
  });
});
