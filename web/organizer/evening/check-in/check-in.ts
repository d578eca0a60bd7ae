import type { Delivery, ScanQueue, WaitingScan } from './scan-queue.ts';
import { readTicketCode, type TicketKey } from './ticket-code.ts';

/** What is known of a ticket at the door. */
export interface TicketSeen {
  readonly section: { readonly label: string } | null;
  readonly seat: { readonly label: string; readonly row: { readonly label: string } } | null;
  readonly typeLabel: string | null;
  /** What its bearer has to show; null for nothing. */
  readonly proof: string | null;
  readonly status: 'VALID' | 'REFUNDING' | 'REFUNDED';
  readonly checkedInAt: string | null;
}

/** What became of a scan. */
export type Outcome =
  | {
      readonly kind: 'in';
      readonly ticket: TicketSeen | null;
      /** Whether the server has said so; else it is asked later. */
      readonly isCertain: boolean;
    }
  | {
      readonly kind: 'out';
      /** The server's code, or `NOT_VERIFIED` where neither it nor this browser could judge. */
      readonly reason: string;
      readonly ticket: TicketSeen | null;
      /** When somebody was let in with it before. */
      readonly at: string | null;
      readonly by: string | null;
    };

/** What `checkInTicket` answered. */
export type Answer =
  | { readonly kind: 'no-answer' }
  | {
      readonly kind: 'answered';
      /** Why it lets nobody in; null when it does. */
      readonly refusal: string | null;
      readonly ticket: TicketSeen | null;
      readonly by: string | null;
    };

export interface CheckInOptions {
  readonly eventId: string;
  readonly queue: ScanQueue;
  /** Public keys, as far as they were fetched. */
  readonly keys: () => readonly TicketKey[];
  /** Tickets by id, as far as they were fetched: names for who is let in without a network. */
  readonly roster: ReadonlyMap<string, TicketSeen>;
  /** Asks the server within a few seconds. Must not throw. */
  readonly ask: (scan: { readonly code: string; readonly idempotencyKey: string }) => Promise<Answer>;
  /** Whether the browser knows that there is no network. */
  readonly isOffline: () => boolean;
  readonly newKey: () => string;
  readonly now: () => Date;
}

/**
 * The judge at the door. What is no genuine code for this event is refused at once, by the signature; the rest is the
 * server's to say. Without an answer a genuine ticket that is not known as used lets in, and its scan is sent later.
 */
export class CheckIn {
  readonly #options: CheckInOptions;
  /** Tickets that let somebody in here, and when. */
  readonly #letIn = new Map<string, string>();
  #isSilent = false;

  constructor(options: CheckInOptions) {
    this.#options = options;
  }

  async scan(text: string): Promise<Outcome> {
    const { eventId, keys, roster, ask, isOffline, newKey } = this.#options;
    const code = text.trim();
    const read = await readTicketCode(code, keys());
    if (read.kind === 'forged') return out('NOT_A_TICKET_CODE');
    if (read.kind === 'genuine' && read.eventId !== eventId) return out('WRONG_EVENT');
    const idempotencyKey = newKey();
    if (!isOffline() && !this.#isSilent) {
      const answer = await ask({ code, idempotencyKey });
      if (answer.kind === 'answered') {
        if (read.kind === 'genuine' && answer.refusal === null) this.#remember(read.ticketId);
        return outcomeOf(answer);
      }
      this.#isSilent = true;
    }
    if (read.kind !== 'genuine') return out('NOT_VERIFIED');
    return this.#judge(read.ticketId, roster.get(read.ticketId) ?? null, { code, idempotencyKey });
  }

  /** Sends what waits; what turns out double is in the queue's refusals then. */
  async sendWaiting(): Promise<void> {
    const { queue, ask } = this.#options;
    await queue.send(async ({ code, idempotencyKey }): Promise<Delivery> => {
      const answer = await ask({ code, idempotencyKey });
      this.#isSilent = answer.kind === 'no-answer';
      // Whoever is signed in may not say: the ticket has not been judged.
      if (answer.kind === 'no-answer' || isOfCaller(answer.refusal)) return { kind: 'no-answer' };
      if (answer.refusal === null) return { kind: 'in' };
      return { kind: 'refused', reason: answer.refusal, checkedInAt: answer.ticket?.checkedInAt ?? null };
    });
    // With nothing to send, the next scan asks and finds out.
    if (queue.scans().waiting.length === 0) this.#isSilent = false;
  }

  #judge(
    ticketId: string,
    ticket: TicketSeen | null,
    { code, idempotencyKey }: Pick<WaitingScan, 'code' | 'idempotencyKey'>,
  ): Outcome {
    const { queue, now } = this.#options;
    if (ticket && ticket.status !== 'VALID') return out('TICKET_ALREADY_REFUNDED', ticket);
    const at = this.#letIn.get(ticketId) ?? ticket?.checkedInAt ?? null;
    if (at !== null) return out('ALREADY_CHECKED_IN', ticket, at);
    const scannedAt = now().toISOString();
    const before = queue.add({ code, ticketId, idempotencyKey, scannedAt });
    if (before) return out('ALREADY_CHECKED_IN', ticket, before.scannedAt);
    this.#remember(ticketId);
    return { kind: 'in', ticket, isCertain: false };
  }

  #remember(ticketId: string): void {
    this.#letIn.set(ticketId, this.#options.now().toISOString());
  }
}

function outcomeOf({ refusal, ticket, by }: Extract<Answer, { kind: 'answered' }>): Outcome {
  if (refusal === null) return { kind: 'in', ticket, isCertain: true };
  const isUsed = refusal === 'ALREADY_CHECKED_IN';
  return { kind: 'out', reason: refusal, ticket, at: isUsed ? (ticket?.checkedInAt ?? null) : null, by };
}

function isOfCaller(refusal: string | null): boolean {
  return refusal === 'UNAUTHENTICATED' || refusal === 'FORBIDDEN';
}

function out(reason: string, ticket: TicketSeen | null = null, at: string | null = null): Outcome {
  return { kind: 'out', reason, ticket, at, by: null };
}
