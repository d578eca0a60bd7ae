/**
 * The same stream with every value mapped. No generator, so that `return` takes effect while `next` waits.
 */
export function mapIterator<Value, Mapped>(
  source: AsyncIterator<Value>,
  map: (value: Value) => Mapped,
): AsyncIterableIterator<Mapped, undefined> {
  const over: IteratorReturnResult<undefined> = { done: true, value: undefined };
  return {
    async next() {
      const step = await source.next();
      return step.done ? over : { done: false, value: map(step.value) };
    },
    async return() {
      await source.return?.();
      return over;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
