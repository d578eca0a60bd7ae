import type { SubgraphName } from '@parterre/contracts/kernel/caller.ts';
import type { SubgraphUrls } from './subgraph-urls.ts';

/** Without these no ticket can be sold; what the others have to do may wait. */
const neededForSelling: readonly SubgraphName[] = ['users', 'events', 'tickets', 'payments'];
const PATIENCE_MS = 2_000;

/** A sentence for each subgraph without which no ticket can be sold and of which no replica is ready. */
export async function subgraphsNotReady(urls: SubgraphUrls): Promise<readonly string[]> {
  const reasons = await Promise.all(
    neededForSelling.map(async (name) => {
      const answers = await Promise.all(urls[name].map((url) => reasonsOf(name, url)));
      return answers.some((each) => each.length === 0) ? [] : (answers[0] ?? []);
    }),
  );
  return reasons.flat();
}

async function reasonsOf(name: SubgraphName, url: string): Promise<readonly string[]> {
  try {
    const response = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(PATIENCE_MS) });
    const { ready, reasons } = (await response.json()) as { ready: boolean; reasons: readonly string[] };
    return ready ? [] : reasons;
  } catch {
    return [`the ${name} subgraph does not answer`];
  }
}
