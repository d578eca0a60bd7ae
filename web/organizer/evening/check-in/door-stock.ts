import { type DoorShown, type KeptStorage, keepDoor, keptDoor } from './kept-door.ts';
import { soldAt, type TicketKey } from './ticket-code.ts';
import type { TicketSeen } from './ticket-seen.ts';

/** A ticket's id is made as it is sold, but seen in the list a moment later. */
const SOLD_LATE_MS = 60_000;

/**
 * What the door needs of the server for when the network goes: the keys, and the event's valid tickets. Kept on the device,
 * so that a page that is loaded anew without a network has it.
 */
export class DoorStock {
  readonly #storage: KeptStorage;
  readonly #event: DoorShown;
  readonly #mayKeep: () => boolean;
  #keys: readonly TicketKey[];
  #tickets: Map<string, TicketSeen>;
  #wholeAt: number | null;

  /** @param mayKeep what the server says to somebody who signs out meanwhile is not kept */
  constructor(storage: KeptStorage, event: DoorShown, mayKeep: () => boolean) {
    this.#storage = storage;
    this.#event = event;
    this.#mayKeep = mayKeep;
    const kept = keptDoor(storage, event.id);
    this.#keys = kept?.keys ?? [];
    this.#tickets = new Map(kept?.tickets);
    this.#wholeAt = kept?.wholeAt ?? null;
  }

  get keys(): readonly TicketKey[] {
    return this.#keys;
  }

  ticket(id: string): TicketSeen | null {
    return this.#tickets.get(id) ?? null;
  }

  /** Sold before the list was read to its end, and not on it: given back since. */
  isGivenBack(id: string): boolean {
    const sold = soldAt(id);
    if (this.#wholeAt === null || sold === null || this.#tickets.has(id)) return false;
    return sold + SOLD_LATE_MS < this.#wholeAt;
  }

  /** What the server says of a ticket now. */
  note(id: string, ticket: TicketSeen): void {
    this.#tickets.set(id, ticket);
    this.keep();
  }

  takeKeys(keys: readonly TicketKey[]): void {
    this.#keys = keys;
  }

  /** A part of the list. */
  add(tickets: Iterable<readonly [id: string, ticket: TicketSeen]>): void {
    for (const [id, ticket] of tickets) this.#tickets.set(id, this.#withArrival(id, ticket));
  }

  /** The whole list, as it was at some time in ms by the server's clock. */
  become(tickets: ReadonlyMap<string, TicketSeen>, wholeAt: number): void {
    const used = [...this.#tickets].filter(
      ([id, { checkedInAt }]) => checkedInAt !== null && !tickets.has(id),
    );
    const listed = [...tickets].map(([id, ticket]) => [id, this.#withArrival(id, ticket)] as const);
    this.#tickets = new Map([...used, ...listed]);
    this.#wholeAt = wholeAt;
  }

  keep(): void {
    if (!this.#mayKeep()) return;
    keepDoor(this.#storage, {
      event: this.#event,
      keys: this.#keys,
      tickets: [...this.#tickets],
      wholeAt: this.#wholeAt,
    });
  }

  /** Somebody may have been let in since the list was asked for. Nobody is let out again. */
  #withArrival(id: string, ticket: TicketSeen): TicketSeen {
    const checkedInAt = ticket.checkedInAt ?? this.#tickets.get(id)?.checkedInAt ?? null;
    return { ...ticket, checkedInAt };
  }
}
