import { describe, expect, it } from '@jest/globals';
import { firstChunkOf, type ModuleInfo, mapChunkOf } from './chunks.ts';

const LIST = '/web/shop/events/events-page.tsx';
const MAP = '/web/shop/event/event-page.tsx';

/** By whom each module is imported; pages are imported by nobody but when they are asked for. */
const importers: Readonly<Record<string, readonly string[]>> = {
  '/web/index.html': [],
  [LIST]: [],
  [MAP]: [],
  '/web/admin/users-page.tsx': [],
  '/web/app/main.tsx': ['/web/index.html'],
  '/web/ui/button.tsx': ['/web/ui/stepper.tsx', '/web/app/main.tsx'],
  '/web/ui/stepper.tsx': [MAP],
  '/web/ui/chip.tsx': [LIST, MAP],
  '/web/ui/search.tsx': [LIST],
  '/web/ui/table.tsx': ['/web/admin/users-page.tsx'],
  '/web/seat-map/seat-map.ts': [MAP],
  '/web/seat-map/picture/camera.ts': ['/web/seat-map/seat-map.ts', '/web/seat-map/answering/interaction.ts'],
  '/web/seat-map/answering/interaction.ts': [],
  '/web/seat-map/answering/keys.ts': ['/web/seat-map/answering/interaction.ts'],
  '/web/seat-map/picture/details.ts': ['/web/seat-map/answering/interaction.ts'],
  '/web/seat-map/picture/shape-2d.ts': [
    '/web/seat-map/picture/details.ts',
    '/web/seat-map/picture/draw-2d.ts',
  ],
  '/web/seat-map/picture/draw-2d.ts': [],
  '/web/ui/circle-a.ts': ['/web/ui/circle-b.ts', MAP],
  '/web/ui/circle-b.ts': ['/web/ui/circle-a.ts'],
};
const infoOf = (id: string): ModuleInfo | null => {
  const known = importers[id];
  return known ? { importers: known, isEntry: id === '/web/index.html' } : null;
};

describe('the file that a module comes in', () => {
  it.each([
    ['/web/app/main.tsx', 'shell'],
    ['/web/ui/button.tsx', 'shell'],
    ['/web/ui/chip.tsx', 'shell'],
    ['/web/index.html', null],
    ['/web/ui/search.tsx', null],
    [LIST, null],
    ['/web/ui/stepper.tsx', 'map'],
    [MAP, null],
    ['/web/ui/table.tsx', null],
    ['/web/admin/users-page.tsx', null],
  ])('of %s is %s', (id, chunk) => {
    expect(firstChunkOf(id, infoOf)).toBe(chunk);
  });

  it('is found where modules import one another', () => {
    expect(firstChunkOf('/web/ui/circle-b.ts', infoOf)).toBe('map');
  });
});

describe('the file that a module of the map comes in', () => {
  it.each([
    ['/web/seat-map/picture/camera.ts', 'seat-map'],
    ['/web/seat-map/answering/interaction.ts', 'seat-map-answering'],
    ['/web/seat-map/answering/keys.ts', 'seat-map-answering'],
    ['/web/seat-map/picture/shape-2d.ts', 'seat-map-answering'],
    ['/web/seat-map/picture/draw-2d.ts', null],
    ['/web/ui/stepper.tsx', null],
  ])('of %s is %s', (id, chunk) => {
    expect(mapChunkOf(id, infoOf)).toBe(chunk);
  });
});
