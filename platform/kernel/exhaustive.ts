/** Ends a switch over a closed set: a forgotten case does not compile, and at run time it throws. */
export function exhaustive(value: never): never {
  throw new Error(`expected every case to be handled, got ${JSON.stringify(value)}`);
}
