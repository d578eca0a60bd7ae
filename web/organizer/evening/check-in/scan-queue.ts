/** A scan that the server has not heard of yet. */
export interface WaitingScan {
  readonly code: string;
  readonly ticketId: string;
  readonly idempotencyKey: string;
  /** ISO 8601, by the clock of this device. */
  readonly scannedAt: string;
}

/** A scan that let somebody in here, and that the server refused later. */
export interface LateRefusal {
  readonly ticketId: string;
  readonly scannedAt: string;
  /** The server's code. */
  readonly reason: string;
  /** When somebody else was let in with it, if that is the reason. */
  readonly checkedInAt: string | null;
}

export interface Scans {
  readonly waiting: readonly WaitingScan[];
  readonly refused: readonly LateRefusal[];
}

/** What became of a scan that was sent later. */
export type Delivery =
  | { readonly kind: 'in' }
  | { readonly kind: 'refused'; readonly reason: string; readonly checkedInAt: string | null }
  | { readonly kind: 'no-answer' };

interface KeptStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const nothing: Scans = { waiting: [], refused: [] };

/**
 * Scans of one event that were made without a network, in the order in which they were made. They outlive a reload, keep
 * their idempotency keys, and go to the server one by one when it is heard again. Several tabs may be at one door: what is
 * kept belongs to all of them, so each change is made to it as it is then.
 */
export class ScanQueue {
  readonly #storage: KeptStorage;
  readonly #key: string;
  readonly #listeners = new Set<() => void>();
  #scans: Scans = nothing;
  #isSending = false;
  /** False once the storage did not take what there is. */
  #isKept = true;

  constructor(storage: KeptStorage, eventId: string) {
    this.#storage = storage;
    this.#key = `parterre:scans:${eventId}`;
    this.look();
  }

  /** The same object until something changes. */
  scans = (): Scans => this.#scans;

  onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes over what another tab has changed. */
  look = (): void => this.#show(this.#kept());

  /** @returns the scan that let somebody in with this ticket before, while nobody else knew */
  add(scan: WaitingScan): WaitingScan | null {
    const kept = this.#kept();
    const before = kept.waiting.find(({ ticketId }) => ticketId === scan.ticketId);
    if (before) return before;
    this.#become({ ...kept, waiting: [...kept.waiting, scan] });
    return null;
  }

  /**
   * Hands the scans over, the oldest first, until one gets no answer. While it runs, another call does nothing.
   * @param deliver must not throw
   */
  async send(deliver: (scan: WaitingScan) => Promise<Delivery>): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let scan = this.#scans.waiting[0]; scan; scan = this.#scans.waiting[0]) {
        const delivery = await deliver(scan);
        if (delivery.kind === 'no-answer') return;
        this.#settle(scan, delivery);
      }
    } finally {
      this.#isSending = false;
    }
  }

  /** Somebody has seen to it. */
  dismiss(ticketId: string): void {
    const kept = this.#kept();
    const refused = kept.refused.filter((refusal) => refusal.ticketId !== ticketId);
    this.#become({ ...kept, refused });
  }

  #settle({ ticketId, idempotencyKey, scannedAt }: WaitingScan, delivery: Delivery): void {
    const { waiting: before, refused } = this.#kept();
    const waiting = before.filter((scan) => scan.idempotencyKey !== idempotencyKey);
    // Another tab may have heard it too, and said so.
    const added =
      delivery.kind === 'refused' && waiting.length < before.length
        ? [{ ticketId, scannedAt, reason: delivery.reason, checkedInAt: delivery.checkedInAt }]
        : [];
    this.#become({ waiting, refused: [...refused, ...added] });
  }

  #become(scans: Scans): void {
    try {
      this.#storage.setItem(this.#key, JSON.stringify(scans));
      this.#isKept = true;
    } catch {
      // A full or refused storage: the scans live as long as the page then.
      this.#isKept = false;
    }
    this.#show(scans);
  }

  #show(scans: Scans): void {
    if (scans === this.#scans) return;
    this.#scans = scans;
    for (const listener of this.#listeners) listener();
  }

  /** As all tabs have it; as this one has it where nothing is kept. */
  #kept(): Scans {
    if (!this.#isKept) return this.#scans;
    try {
      const kept: unknown = JSON.parse(this.#storage.getItem(this.#key) ?? 'null');
      return isScans(kept) ? kept : this.#scans;
    } catch {
      return this.#scans;
    }
  }
}

function isScans(kept: unknown): kept is Scans {
  if (typeof kept !== 'object' || kept === null || !('waiting' in kept) || !('refused' in kept)) return false;
  const areTexts = (list: unknown, names: readonly string[]) =>
    Array.isArray(list) &&
    list.every(
      (one) => one && names.every((name) => typeof (one as Record<string, unknown>)[name] === 'string'),
    );
  return (
    areTexts(kept.waiting, ['code', 'ticketId', 'idempotencyKey', 'scannedAt']) &&
    areTexts(kept.refused, ['ticketId', 'scannedAt', 'reason'])
  );
}
