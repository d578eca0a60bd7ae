/** What rolldown tells of a module while it makes chunks. */
export interface ModuleInfo {
  readonly importers: readonly string[];
  readonly isEntry: boolean;
}

/** Pages that people come to first, by the end of their path. */
const LIST = '/web/shop/events/events-page.tsx';
const MAP = '/web/shop/event/event-page.tsx';

/**
 * In which file a module comes that somebody needs who opens the list of events or a map, so that each needs few files:
 * one of them costs a request, and small ones compress badly (70 files were 10 KB more than five). Null for all else: what
 * other pages need besides is split by who imports it.
 */
export function firstChunkOf(id: string, infoOf: (id: string) => ModuleInfo | null): string | null {
  // What is asked for by its name stays a file of its own.
  if (infoOf(id)?.isEntry || id.endsWith(LIST) || id.endsWith(MAP)) return null;
  const needs = neededBy(id, infoOf);
  if (needs.has('shell') || (needs.has('list') && needs.has('map'))) return 'shell';
  return needs.has('map') ? 'map' : null;
}

/** What answers on a map comes after its first picture. */
const ANSWERING = '/web/seat-map/answering/interaction.ts';

/**
 * In which of two files a module of the map comes: what its first picture needs, and what answers on it. Null for what is
 * asked for apart from both: what draws seats, the fallback, the list.
 */
export function mapChunkOf(id: string, infoOf: (id: string) => ModuleInfo | null): string | null {
  if (!id.includes('/web/seat-map/')) return null;
  const needs = neededBy(id, infoOf);
  if (needs.has('map')) return 'seat-map';
  return needs.has('answering') ? 'seat-map-answering' : null;
}

type Page = 'shell' | 'list' | 'map' | 'answering';

/** Who comes to a module by imports that are not asked for later. */
function neededBy(id: string, infoOf: (id: string) => ModuleInfo | null): ReadonlySet<Page> {
  const pages = new Set<Page>();
  const seen = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.endsWith(LIST)) pages.add('list');
    if (next.endsWith(MAP)) pages.add('map');
    if (next.endsWith(ANSWERING)) pages.add('answering');
    const info = infoOf(next);
    if (info?.isEntry) pages.add('shell');
    waiting.push(...(info?.importers ?? []));
  }
  return pages;
}
