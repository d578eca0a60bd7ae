/**
 * A version of a seat map: the bus position of the last fact that it holds. Opaque to clients; inside, the
 * bus promises that greater positions of one event came later.
 */
export type MapVersion = string;

const LONGEST = 64;

/** Whether a text from a client can be a version at all. */
export function isMapVersion(text: string): text is MapVersion {
  return /^\d+$/.test(text) && text.length <= LONGEST;
}

/** Negative when `a` came before `b`, zero when they are the same. Leading zeros do not count. */
export function compareVersions(a: MapVersion, b: MapVersion): number {
  const length = Math.max(a.length, b.length);
  const [left, right] = [a.padStart(length, '0'), b.padStart(length, '0')];
  return left < right ? -1 : left > right ? 1 : 0;
}
