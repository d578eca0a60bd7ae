/** How long a test waits for something that has to happen; far longer than it takes, on a busy machine too. */
const PATIENCE_MS = 45_000;
const LOOK_EVERY_MS = 10;

/** Resolves as soon as the condition holds; throws, saying what was awaited, when it does not in 45 seconds. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error(`expected ${what} within ${PATIENCE_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
