import type { DoorStock } from './door-stock.ts';
import type { Delivery, ScanQueue, WaitingScan } from './scan-queue.ts';
import { readTicketCode } from './ticket-code.ts';
import type { TicketSeen } from './ticket-seen.ts';

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
  /** Keys and tickets, as far as they were fetched. */
  readonly stock: Pick<DoorStock, 'keys' | 'ticket' | 'isGivenBack' | 'note'>;
  /** Asks the server within a few seconds. Must not throw. */
  readonly ask: (scan: { readonly code: string; readonly idempotencyKey: string }) => Promise<Answer>;
  /** Whether it is known that nobody can be asked. */
  readonly isOffline: () => boolean;
  readonly newKey: () => string;
  /** By the server's clock: that of a device may be wrong. */
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
    const { eventId, queue, stock, ask, isOffline, newKey } = this.#options;
    const code = text.trim();
    const read = await readTicketCode(code, stock.keys);
    if (read.kind === 'forged') return out('NOT_A_TICKET_CODE');
    if (read.kind === 'genuine' && read.eventId !== eventId) return out('WRONG_EVENT');
    const idempotencyKey = newKey();
    // Nobody waits for a server that was silent a moment ago, as long as what is sent later finds out when it is back, and
    // the ticket can be judged here.
    const isLeftAlone = this.#isSilent && read.kind === 'genuine' && queue.scans().waiting.length > 0;
    if (!isOffline() && !isLeftAlone) {
      const answer = await ask({ code, idempotencyKey });
      this.#isSilent = answer.kind === 'no-answer';
      if (answer.kind === 'answered') {
        if (read.kind === 'genuine') this.#note(read.ticketId, answer);
        return outcomeOf(answer);
      }
    }
    if (read.kind !== 'genuine') return out('NOT_VERIFIED');
    return this.#judge(read.ticketId, { code, idempotencyKey });
  }

  /** Sends what waits; what turns out double is in the queue's refusals then. */
  async sendWaiting(): Promise<void> {
    const { queue, stock, ask } = this.#options;
    await queue.send(async ({ code, ticketId, idempotencyKey }): Promise<Delivery> => {
      const answer = await ask({ code, idempotencyKey });
      this.#isSilent = answer.kind === 'no-answer';
      // Whoever is signed in may not say: the ticket has not been judged.
      if (answer.kind === 'no-answer' || isOfCaller(answer.refusal)) return { kind: 'no-answer' };
      if (answer.ticket) stock.note(ticketId, answer.ticket);
      if (answer.refusal === null) return { kind: 'in' };
      return { kind: 'refused', reason: answer.refusal, checkedInAt: answer.ticket?.checkedInAt ?? null };
    });
    // With nothing to send, the next scan asks and finds out.
    if (queue.scans().waiting.length === 0) this.#isSilent = false;
  }

  #judge(ticketId: string, { code, idempotencyKey }: Pick<WaitingScan, 'code' | 'idempotencyKey'>): Outcome {
    const { queue, stock, now } = this.#options;
    const ticket = stock.ticket(ticketId);
    const isGone = ticket ? ticket.status !== 'VALID' : stock.isGivenBack(ticketId);
    if (isGone) return out('TICKET_ALREADY_REFUNDED', ticket);
    const at = this.#letIn.get(ticketId) ?? ticket?.checkedInAt ?? null;
    if (at !== null) return out('ALREADY_CHECKED_IN', ticket, at);
    const scannedAt = now().toISOString();
    const before = queue.add({ code, ticketId, idempotencyKey, scannedAt });
    if (before) return out('ALREADY_CHECKED_IN', ticket, before.scannedAt);
    this.#remember(ticketId);
    return { kind: 'in', ticket, isCertain: false };
  }

  /** What the server says of a ticket holds when it is silent too. */
  #note(ticketId: string, { refusal, ticket }: Extract<Answer, { kind: 'answered' }>): void {
    if (refusal === null) this.#remember(ticketId);
    if (ticket) this.#options.stock.note(ticketId, ticket);
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
