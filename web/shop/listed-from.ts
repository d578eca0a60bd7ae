import { serverClock } from '../app/server-clock.ts';

const SAME_FOR_MS = 900_000;

let listed = { at: Number.NEGATIVE_INFINITY, from: '' };

/**
 * From when on events are listed, in ISO 8601: now, or a quarter of an hour ago at most. As long as it is the same, whoever
 * goes back to a list finds it in the cache, at once and as long as it was read.
 */
export function listedFrom(now = Date.now() + serverClock.offsetMs()): string {
  const age = now - listed.at;
  if (age < 0 || age > SAME_FOR_MS) listed = { at: now, from: new Date(now).toISOString() };
  return listed.from;
}
