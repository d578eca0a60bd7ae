import { setTimeout as pause } from 'node:timers/promises';
import type { MapWatcher, Return } from './map-watcher.ts';

export interface JitterOptions {
  /** How often each watcher is cut. */
  readonly cuts: number;
  /** The cuts of each fall at random moments of this time, in milliseconds. */
  readonly withinMs: number;
  /** A watcher stays away up to this long, in milliseconds. */
  readonly awayMs: number;
  /** Told of every return. */
  onReturn?(back: Return): void;
}

/**
 * Cuts every watcher again and again, in the middle of whatever it does, coming back included, and lets it
 * come back from the map that it holds. Resolves when all have come back from their last cut.
 */
export async function jitter(watchers: readonly MapWatcher[], options: JitterOptions): Promise<void> {
  await Promise.all(watchers.map((watcher) => jitterOne(watcher, options)));
}

async function jitterOne(watcher: MapWatcher, options: JitterOptions): Promise<void> {
  const { cuts, withinMs, awayMs, onReturn } = options;
  const begun = performance.now();
  const moments = Array.from({ length: cuts }, () => Math.random() * withinMs).sort((a, b) => a - b);
  let isBack: Promise<void> = Promise.resolve();
  for (const moment of moments) {
    await pause(Math.max(0, begun + moment - performance.now()));
    watcher.cut(Math.random() < 0.5 ? 'reset' : 'end');
    await pause(Math.random() * awayMs);
    isBack = watcher.connect().then((back) => onReturn?.(back));
  }
  await isBack;
}
