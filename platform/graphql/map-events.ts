/**
 * A stream that answers `map(event)` for every event of `source`, in order. It is a plain iterator and no
 * generator, for one reason: `return()` takes effect at once, also while somebody waits in `next()` for an
 * event that may never come. `onFailure` makes the last answer when the source itself fails.
 */
export function mapEvents<Event, Result>(
  source: AsyncIterable<Event>,
  map: (event: Event) => Promise<Result>,
  onFailure: (error: unknown) => Result,
): AsyncIterableIterator<Result> {
  const events = source[Symbol.asyncIterator]();
  const waiting = new Set<(step: IteratorResult<Result>) => void>();
  const done: IteratorReturnResult<undefined> = { done: true, value: undefined };
  let hasEnded = false;
  // Not awaited: a generator that waits for its next event would not let go before it comes.
  const letGo = () => void Promise.resolve(events.return?.()).catch(() => undefined);

  const pull = async (): Promise<IteratorResult<Result>> => {
    try {
      const step = await events.next();
      if (!step.done) return { done: false, value: await map(step.value) };
    } catch (error) {
      if (!hasEnded) {
        hasEnded = true;
        // The source may be whole, and only what was to be made of its event not.
        letGo();
        return { done: false, value: onFailure(error) };
      }
    }
    hasEnded = true;
    return done;
  };

  return {
    next() {
      if (hasEnded) return Promise.resolve(done);
      return new Promise((resolve) => {
        waiting.add(resolve);
        void pull().then((step) => {
          if (waiting.delete(resolve)) resolve(step);
        });
      });
    },
    async return() {
      hasEnded = true;
      for (const resolve of waiting) resolve(done);
      waiting.clear();
      letGo();
      return done;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
