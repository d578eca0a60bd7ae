/** How far the server's clock may be before this device's, in ms: a range that each answer narrows. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** The `Date` of an answer has whole seconds. */
const RESOLUTION_MS = 1_000;

/**
 * What the server's clock shows, by the `Date` of its answers: it was written some time between sending and receiving.
 * Every answer narrows the range; one that contradicts it means that a clock was set, and begins anew.
 */
export class ServerClock {
  #bounds: Bounds | null = null;
  readonly #listeners = new Set<() => void>();

  /** The server's clock less this device's, in ms; 0 as long as nothing is known. */
  readonly offsetMs = (): number => {
    if (!this.#bounds) return 0;
    const { least, most } = this.#bounds;
    // Clocks that agree within what can be told are taken to agree.
    return least <= 0 && most >= 0 ? 0 : Math.round((least + most) / 2);
  };

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @param date the header  @param sentAt @param receivedAt by this device's clock, in ms */
  note(date: string | null, sentAt: number, receivedAt: number): void {
    const written = Date.parse(date ?? '');
    if (Number.isNaN(written)) return;
    const seen = { least: written - receivedAt, most: written + RESOLUTION_MS - sentAt };
    const before = this.offsetMs();
    this.#bounds = narrowed(this.#bounds, seen);
    if (this.offsetMs() !== before) for (const listener of this.#listeners) listener();
  }

  /** The browser's `fetch`, noting the clock of who answers. */
  readonly fetch: typeof fetch = async (...request) => {
    const sentAt = Date.now();
    const answer = await fetch(...request);
    this.note(answer.headers.get('date'), sentAt, Date.now());
    return answer;
  };
}

function narrowed(known: Bounds | null, seen: Bounds): Bounds {
  if (!known) return seen;
  const least = Math.max(known.least, seen.least);
  const most = Math.min(known.most, seen.most);
  return least <= most ? { least, most } : seen;
}

export const serverClock = new ServerClock();
