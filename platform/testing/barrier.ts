/**
 * A point that `parties` callers wait for one another at: each call resolves when all have called. Tests
 * use it to bring about an order of events without sleeping.
 */
export function barrier(parties: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let arrived = 0;
  return async () => {
    arrived += 1;
    if (arrived >= parties) resolve();
    await promise;
  };
}
