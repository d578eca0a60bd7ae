import type { Clock } from '../kernel/clock.ts';

/** A server that a service works with and that is not part of this installation. */
export interface Provider {
  /** What it is: "smtp". */
  readonly name: string;
  /** Asks for something that has no effect, as who the service is. @throws when it does not answer, or refuses */
  ask(): Promise<unknown>;
}

export interface ProviderStatus {
  readonly name: string;
  readonly answers: boolean;
  readonly askedAt: Date;
  readonly fault: string | null;
}

/** A page that shows it is waited for by a person. */
const PATIENCE_MS = 3_000;
/** However many look, it is asked no more often. */
const ASK_AGAIN_MS = 10_000;
const LONGEST_FAULT = 200;

/** Asks a provider whether it answers: one question at a time, whose answer is good for 10 s. */
export function watchProvider(
  provider: Provider,
  clock: Clock,
  patienceMs = PATIENCE_MS,
): () => Promise<ProviderStatus> {
  let last: { readonly at: number; readonly answer: Promise<ProviderStatus> } | undefined;
  return () => {
    const now = clock.now();
    if (!last || now.getTime() - last.at >= ASK_AGAIN_MS) {
      last = { at: now.getTime(), answer: askOnce(provider, now, patienceMs) };
    }
    return last.answer;
  };
}

async function askOnce({ name, ask }: Provider, askedAt: Date, patienceMs: number): Promise<ProviderStatus> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new NoAnswer(`no answer within ${patienceMs} ms`)), patienceMs);
  try {
    await Promise.race([ask(), late]);
    return { name, answers: true, askedAt, fault: null };
  } catch (error) {
    return { name, answers: false, askedAt, fault: faultOf(error).slice(0, LONGEST_FAULT) };
  } finally {
    clearTimeout(timer);
  }
}

class NoAnswer extends Error {}

/** Names and codes only: what a foreign server says may hold addresses, and a key that it does not know. */
function faultOf(error: unknown): string {
  if (error instanceof NoAnswer) return error.message;
  if (!(error instanceof Error)) return 'unknown';
  const { code, statusCode } = error as { readonly code?: unknown; readonly statusCode?: unknown };
  return [error.name, code, statusCode].filter((part) => part !== undefined).join(' ');
}
