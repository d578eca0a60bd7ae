/** How long to wait after so many failures in a row: `firstMs`, doubled each time, at most `mostMs`. */
export function backoffMs(failures: number, firstMs: number, mostMs: number): number {
  // 2 ** 30 is far beyond any bound, and keeps the product finite.
  return Math.min(mostMs, firstMs * 2 ** Math.min(Math.max(failures - 1, 0), 30));
}
