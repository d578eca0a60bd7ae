import type { TicketSeen } from './check-in.ts';
import type { TicketKey } from './ticket-code.ts';

/** What the door needs of the server for when the network goes. */
export interface DoorStock {
  keys: readonly TicketKey[];
  /** By id. */
  readonly roster: Map<string, TicketSeen>;
}

export interface TicketPage {
  readonly tickets: readonly (readonly [id: string, ticket: TicketSeen])[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

export interface DoorStockOptions {
  /** Null when no answer came. */
  readonly askKeys: () => Promise<readonly TicketKey[] | null>;
  readonly askTickets: (after: string | null) => Promise<TicketPage | null>;
  /** Waits before something that got no answer so many times is asked for again. */
  readonly pause: (failures: number) => Promise<void>;
}

/** Of so many tickets the names of places are known without a network. */
const MOST_PAGES = 50;

/** Fetches the keys and the tickets, page by page. What gets no answer is asked for again until the signal is given. */
export async function fillStock(
  stock: DoorStock,
  { askKeys, askTickets, pause }: DoorStockOptions,
  signal: AbortSignal,
): Promise<void> {
  const answered = async <Answer>(ask: () => Promise<Answer | null>): Promise<Answer | null> => {
    for (let failures = 1; !signal.aborted; failures += 1) {
      const answer = await ask();
      if (answer !== null) return answer;
      await pause(failures);
    }
    return null;
  };
  stock.keys = (await answered(askKeys)) ?? stock.keys;
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const from: string | null = after;
    const found: TicketPage | null = await answered(() => askTickets(from));
    for (const [id, ticket] of found?.tickets ?? []) stock.roster.set(id, ticket);
    if (!found || found.next === null) return;
    after = found.next;
  }
}
