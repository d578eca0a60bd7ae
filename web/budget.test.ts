import { describe, expect, it } from '@jest/globals';
import { limits, type Manifest, overruns, sizesOf } from './budget.ts';

const built: Manifest = {
  '_shell.js': { file: 'shell.js', name: 'shell', css: ['shell.css'], imports: ['_base.js'] },
  '_base.js': { file: 'base.js' },
  '_seat-map.js': { file: 'seat-map.js', name: 'seat-map', imports: ['_base.js'] },
  'seat-map/picture/draw-webgl.ts': { file: 'webgl.js', imports: ['_seat-map.js'] },
  'seat-map/answering/interaction.ts': {
    file: 'answering.js',
    name: 'seat-map-answering',
    imports: ['_seat-map.js'],
  },
  'shop/events/events-page.tsx': { file: 'events.js', imports: ['_shell.js', '_base.js'] },
  'shop/event/event-page.tsx': {
    file: 'event.js',
    css: ['event.css'],
    imports: ['_shell.js', '_seat-map.js'],
  },
  'locales/shop/en.po': { file: 'shop-en.js' },
  'locales/shop/ru.po': { file: 'shop-ru.js' },
  'locales/office/en.po': { file: 'office-en.js' },
  'locales/office/ru.po': { file: 'office-ru.js' },
  'organizer/organizer-pages.tsx': {
    file: 'organizer.js',
    imports: ['_shell.js'],
    dynamicImports: ['organizer/evening/sales/sales-chart.tsx', 'check-in.tsx', 'locales/office/ru.po'],
  },
  'organizer/evening/sales/sales-chart.tsx': { file: 'chart.js', imports: ['_base.js'] },
  'check-in.tsx': { file: 'check-in.js', dynamicImports: ['../node_modules/qr/decode.js'] },
  '../node_modules/qr/decode.js': { file: 'decode.js' },
};
const kilobytes: Readonly<Record<string, number>> = {
  'index.html': 1,
  'shell.js': 7,
  'shell.css': 3,
  'base.js': 90,
  'seat-map.js': 12,
  'webgl.js': 3,
  'answering.js': 6,
  'events.js': 4,
  'event.js': 10,
  'event.css': 5,
  'shop-en.js': 3,
  'shop-ru.js': 4,
  'office-en.js': 7,
  'office-ru.js': 10,
  'organizer.js': 30,
  'chart.js': 23,
  'check-in.js': 6,
  'decode.js': 14,
};
const sizes = (manifest: Manifest = built) => sizesOf(manifest, (file) => 1024 * (kilobytes[file] ?? NaN));

describe('the budget of the web app', () => {
  it('counts what comes before anything is asked for, each file once', () => {
    const found = sizes();
    expect(found['first load to the list of events']).toBe(1 + 7 + 3 + 90 + 4 + 4);
    expect(found['first load to the map']).toBe(1 + 7 + 3 + 90 + 12 + 3 + 10 + 5 + 4);
    expect(found['seats, and what answers on the map']).toBe(3 + 6);
    expect(found['styles to the map']).toBe(3 + 5);
  });

  it('counts the longest language, and the office apart from all that buyers load', () => {
    const found = sizes();
    expect(found['one language of the shop']).toBe(4);
    expect(found['one language of the office']).toBe(10);
    expect(found['the office without charts and scanner']).toBe(30 + 6);
    expect([found.charts, found.scanner, found['the seat map']]).toEqual([23, 14, 12]);
  });

  it('is kept by what is small, and names each part that is over it with both figures', () => {
    expect(overruns(sizes())).toEqual([]);
    const over = { ...sizes(), 'the seat map': 99.26, charts: 99 };
    expect(overruns(over)).toEqual([
      `the seat map: at most ${limits['the seat map']} KB, got 99.3`,
      `charts: at most ${limits.charts} KB, got 99.0`,
    ]);
  });

  it('cannot be kept by a part that the build has no more', () => {
    const { 'organizer/evening/sales/sales-chart.tsx': _, ...rest } = built;
    expect(() => sizes(rest)).toThrow('expected organizer/evening/sales/sales-chart.tsx in the manifest');
    const unnamed = { ...built, '_seat-map.js': { file: 'seat-map.js' } };
    expect(() => sizes(unnamed)).toThrow('expected a chunk with the name seat-map');
  });
});
