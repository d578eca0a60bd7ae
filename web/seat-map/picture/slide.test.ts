import { expect, it } from '@jest/globals';
import { Camera } from './camera.ts';
import { BEYOND, slide } from './slide.ts';

const bounds = { left: 0, top: 0, right: 4000, bottom: 2000 };

/** A camera in the overview, near enough to be dragged. */
function overview(): Camera {
  const camera = new Camera({ bounds, pitch: 4, hasSeats: true });
  camera.resize(1000, 800);
  camera.set({ x: 2000, y: 1000, scale: 1.25 });
  return camera;
}

it('moves with the camera, in pixels of the screen', () => {
  const camera = overview();
  const drawn = camera.view;
  expect(slide(drawn, camera)).toEqual({ x: 0, y: 0 });
  camera.panBy(-40, 25);
  expect(slide(drawn, camera)).toEqual({ x: -40, y: 25 });
});

it('is as far as the picture reaches', () => {
  const camera = overview();
  const drawn = camera.view;
  camera.panBy(0, BEYOND);
  expect(slide(drawn, camera)).not.toBeNull();
  camera.panBy(0, 1);
  expect(slide(drawn, camera)).toBeNull();
});

it.each([
  ['something else is to be seen', () => null, () => {}],
  [
    'it came nearer',
    (camera: Camera) => camera.view,
    (camera: Camera) => camera.zoomAt({ x: 500, y: 400 }, 1.01),
  ],
] as const)('is none where %s', (_, drawn, move) => {
  const camera = overview();
  const view = drawn(camera);
  move(camera);
  expect(slide(view, camera)).toBeNull();
});

it('is none where seats are drawn', () => {
  const camera = overview();
  camera.set({ x: 2000, y: 1000, scale: 2 });
  expect(camera.level).toBe('section');
  expect(slide(camera.view, camera)).toBeNull();
});
