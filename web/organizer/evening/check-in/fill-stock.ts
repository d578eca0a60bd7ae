import type { DoorStock } from './door-stock.ts';
import type { TicketKey } from './ticket-code.ts';
import type { TicketSeen } from './ticket-seen.ts';

export interface TicketPage {
  readonly tickets: readonly (readonly [id: string, ticket: TicketSeen])[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

export interface FillOptions {
  /** Null when no answer came. */
  readonly askKeys: () => Promise<readonly TicketKey[] | null>;
  readonly askTickets: (after: string | null) => Promise<TicketPage | null>;
  /** Waits before something that got no answer so many times is asked for again. */
  readonly pause: (failures: number) => Promise<void>;
  /** Waits before all of it, so many pages, is asked for anew. */
  readonly rest: (pages: number) => Promise<void>;
  /** In ms, by the server's clock. */
  readonly now: () => number;
}

/** Of so many tickets the names of places are known without a network. */
const MOST_PAGES = 50;

/**
 * Fetches the keys and the tickets, page by page, and anew from time to time: others let people in, give tickets back, and
 * change keys. What gets no answer is asked for again until the signal is given.
 */
export async function fillStock(stock: DoorStock, options: FillOptions, signal: AbortSignal): Promise<void> {
  const { askKeys, askTickets, pause, rest, now } = options;
  const answered = async <Answer>(ask: () => Promise<Answer | null>): Promise<Answer | null> => {
    for (let failures = 1; !signal.aborted; failures += 1) {
      const answer = await ask();
      if (answer !== null) return answer;
      await pause(failures);
    }
    return null;
  };
  while (!signal.aborted) {
    const askedAt = now();
    const keys = await answered(askKeys);
    if (keys) stock.takeKeys(keys);
    const found = new Map<string, TicketSeen>();
    let pages = 0;
    for (let after: string | null = null; pages < MOST_PAGES; ) {
      const from: string | null = after;
      const page: TicketPage | null = await answered(() => askTickets(from));
      if (!page) return;
      pages += 1;
      stock.add(page.tickets);
      for (const [id, ticket] of page.tickets) found.set(id, ticket);
      after = page.next;
      if (after === null) {
        stock.become(found, askedAt);
        break;
      }
    }
    stock.keep();
    await rest(pages);
  }
}
