import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What Vite's manifest says of a file of the build: others that come with it, and others that may follow. */
interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

export type Manifest = Readonly<Record<string, Chunk>>;

/**
 * KB (1,024 bytes) of gzip -9 that may be loaded. Where a limit is above the one of the design, what stands today could
 * not be lowered to it, and README.md says why.
 */
export const limits = {
  'first load to the list of events': 127,
  'first load to the map': 154,
  'the seat map': 14,
  'seats, and what answers on the map': 10,
  'styles to the map': 8,
  'one language of the shop': 5,
  'one language of the office': 10.5,
  'the office without charts and scanner': 90,
  charts: 24,
  scanner: 15,
} as const;

export type Part = keyof typeof limits;

/**
 * @param sizeOf bytes of a built file, compressed
 * @throws Error when the build has not what a part is made of
 */
export function sizesOf(manifest: Manifest, sizeOf: (file: string) => number): Record<Part, number> {
  const sum = (files: Iterable<string>) => [...files].reduce((bytes, file) => bytes + sizeOf(file), 0) / 1024;
  const language = (half: string) =>
    Math.max(...['en', 'ru'].map((tongue) => sum(loadedBy(manifest, [`locales/${half}/${tongue}.po`]))));
  const shell = keyNamed(manifest, 'shell');
  const first = [shell, 'locales/shop/ru.po'];
  const toList = loadedBy(manifest, [...first, 'shop/events/events-page.tsx']);
  const toMap = loadedBy(manifest, [...first, 'shop/event/event-page.tsx']);
  const map = keyed(manifest, keyNamed(manifest, 'seat-map'));
  // Asked for by the map itself: seats with its first picture, what answers after it.
  const seats = keyed(manifest, 'seat-map/picture/draw-webgl.ts');
  const answering = keyed(manifest, keyNamed(manifest, 'seat-map-answering'));
  const charts = new Set([keyed(manifest, 'organizer/evening/sales/sales-chart.tsx').file]);
  const scanner = new Set([keyed(manifest, '../node_modules/qr/decode.js').file]);
  const office = reachedFrom(manifest, 'organizer/organizer-pages.tsx', shell);
  const known = new Set([...toList, ...toMap, seats.file, answering.file, ...charts, ...scanner]);
  return {
    'first load to the list of events': sizeOf('index.html') / 1024 + sum(toList),
    'first load to the map': sizeOf('index.html') / 1024 + sum([...toMap, seats.file]),
    'the seat map': sum([map.file]),
    'seats, and what answers on the map': sum([seats.file, answering.file]),
    'styles to the map': sum([...toMap].filter((file) => file.endsWith('.css'))),
    'one language of the shop': language('shop'),
    'one language of the office': language('office'),
    'the office without charts and scanner': sum([...office].filter((file) => !known.has(file))),
    charts: sum(charts),
    scanner: sum(scanner),
  };
}

/** @returns a sentence for each part that is over its limit */
export function overruns(sizes: Readonly<Record<Part, number>>): readonly string[] {
  return (Object.keys(limits) as Part[])
    .filter((part) => sizes[part] > limits[part])
    .map((part) => `${part}: at most ${limits[part]} KB, got ${sizes[part].toFixed(1)}`);
}

/**
 * Reads what a build weighs.
 * @throws Error with the figures when a part is over its limit
 */
export function checkBudget(folder: string): Record<Part, number> {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  const sizes = sizesOf(manifest, (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length);
  const over = overruns(sizes);
  if (over.length > 0) throw new Error(`expected the web app within its budget, got\n${over.join('\n')}`);
  return sizes;
}

/** Files that come with some entries before anything is asked for. */
function loadedBy(manifest: Manifest, keys: readonly string[]): Set<string> {
  return gathered(manifest, keys, ({ imports = [] }) => imports);
}

/** Files that a page can come to load, wherever one goes from it. */
function reachedFrom(manifest: Manifest, key: string, shell: string): Set<string> {
  return gathered(manifest, [key], ({ imports = [], dynamicImports = [] }) =>
    // Every chunk knows the shell of the app, from which all pages can be reached.
    [...imports, ...dynamicImports].filter((next) => next !== shell && !next.startsWith('locales/')),
  );
}

function gathered(
  manifest: Manifest,
  keys: readonly string[],
  next: (chunk: Chunk) => readonly string[],
): Set<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const waiting = [...keys];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const chunk = keyed(manifest, key);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    waiting.push(...next(chunk));
  }
  return files;
}

/** The key of a file that vite.config.ts or chunks.ts has given a name. */
function keyNamed(manifest: Manifest, name: string): string {
  const [key] = Object.entries(manifest).find(([, chunk]) => chunk.name === name) ?? [];
  if (key === undefined) throw new Error(`expected a chunk with the name ${name}, got none`);
  return key;
}

function keyed(manifest: Manifest, key: string): Chunk {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`expected ${key} in the manifest of the build, got none`);
  return chunk;
}
