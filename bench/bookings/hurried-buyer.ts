import { randomUUID } from 'node:crypto';
import { pause } from '../../platform/timing/pause.ts';
import { operation } from '../../tests/support/operations.ts';
import type { Actor } from '../../tests/support/people.ts';
import type { Hall } from '../support/crowd.ts';
import { HttpConnection } from '../support/http-connection.ts';

/** How a request ended: bought, a refusal's or an error's code, or how the connection broke. */
export type Ending = string;

export interface Request {
  readonly ending: Ending;
  readonly ms: number;
}

export const BOUGHT = 'bought';
export const SEATS_TAKEN = 'SEATS_TAKEN';
/** Reads of the map, by how they ended. */
export const MAP = 'MAP';
const GAVE_UP = 'gave up';
const BROKEN = 'broken: ';

/** Whoever is asked to come again, and not told when, does so after this long, and not at the same moment as the others. */
const COME_AGAIN_MS = { least: 200, most: 600 };
/** Whoever has neither a seat nor seen a full hall by then never will. */
const FOR_EVER_MS = 60_000;
/** What says nothing about the seat: asked again with the same key it comes to the same. */
const busy: readonly Ending[] = ['TRY_AGAIN', 'SERVICE_UNAVAILABLE', 'DEADLINE_EXCEEDED', 'RATE_LIMITED'];
const comeAgain = { has: (ending: Ending) => busy.includes(ending) || ending.startsWith(BROKEN) };

/**
 * Somebody who wants one seat, has the hall before his eyes when the sale begins, and looks at it again whenever another
 * was faster. Keeps one connection, as a browser does.
 */
export class HurriedBuyer {
  readonly requests: Request[] = [];
  readonly actor: Actor;
  /** When the answer came. */
  bought: number | null = null;
  readonly #hall: Hall;
  #connection: HttpConnection | null = null;
  #free: readonly string[] = [];
  #giveUpAt = Number.POSITIVE_INFINITY;

  constructor(actor: Actor, hall: Hall) {
    this.actor = actor;
    this.#hall = hall;
  }

  /** What is done before the sale begins. */
  async arrive(): Promise<void> {
    this.#free = await this.#freeSeats();
    this.requests.length = 0;
  }

  async buy(): Promise<void> {
    this.#giveUpAt = performance.now() + FOR_EVER_MS;
    while (this.#free.length > 0) {
      const seatId = this.#free[Math.floor(Math.random() * this.#free.length)];
      const ending = await this.#book(seatId);
      if (ending === GAVE_UP) return;
      if (ending === BOUGHT) {
        this.bought = performance.now();
        return;
      }
      if (ending !== SEATS_TAKEN) throw new Error(`expected a seat or SEATS_TAKEN, got ${ending}`);
      this.#free = await this.#freeSeats();
    }
  }

  leave(): void {
    this.#connection?.close();
  }

  /** One seat, under one key until it is known what became of it. */
  async #book(seatId: string | undefined): Promise<Ending> {
    const idempotencyKey = randomUUID();
    const input = { eventId: this.#hall.eventId, seatIds: [seatId], payNow: true, idempotencyKey };
    for (;;) {
      const { ending, retryAfterMs } = await this.#timed<Booked>(
        operation('CreateBooking'),
        { input },
        (data) => {
          const refusal = data?.createBooking?.userErrors[0]?.code;
          return refusal ?? (data?.createBooking?.booking?.status === 'CONFIRMED' ? BOUGHT : 'NOT PAID');
        },
      );
      if (!comeAgain.has(ending)) return ending;
      if (!(await this.#waitToComeAgain(retryAfterMs))) return GAVE_UP;
    }
  }

  async #freeSeats(): Promise<readonly string[]> {
    for (;;) {
      const answer = await this.#timed<StatesAnswer>(statesQuery, { id: this.#hall.eventId }, () => '');
      const states = answer.data?.event.seatMap.states;
      if (states !== undefined) return this.#hall.free.filter((_, index) => states[index] === 'F');
      if (!(await this.#waitToComeAgain(answer.retryAfterMs))) return [];
    }
  }

  /** False when it has been tried for too long. */
  async #waitToComeAgain(retryAfterMs: number | undefined): Promise<boolean> {
    if (performance.now() > this.#giveUpAt) {
      this.requests.push({ ending: GAVE_UP, ms: FOR_EVER_MS });
      return false;
    }
    const { least, most } = COME_AGAIN_MS;
    await pause(retryAfterMs ?? least + Math.random() * (most - least));
    return true;
  }

  async #timed<Data>(
    query: string,
    variables: object,
    endingOf: (data: Data | null) => Ending,
  ): Promise<{ readonly ending: Ending; readonly data?: Data | null; readonly retryAfterMs?: number }> {
    const isMap = query === statesQuery;
    const begun = performance.now();
    const answer = await this.#send<Data>(query, variables).catch((error: Error) => ({
      broken: brokenBy(error),
    }));
    const ms = performance.now() - begun;
    if ('broken' in answer) {
      this.requests.push({ ending: answer.broken, ms });
      return { ending: answer.broken };
    }
    const fault = answer.errors?.[0]?.extensions;
    const ending = fault?.code ?? endingOf(answer.data);
    const retryAfterMs = fault?.retryAfterMs ?? retryAfterMsIn(answer.data);
    this.requests.push({ ending: isMap ? `${MAP} ${ending}`.trim() : ending, ms });
    return { ending, data: answer.data, ...(retryAfterMs && { retryAfterMs }) };
  }

  async #send<Data>(query: string, variables: object): Promise<Answer<Data>> {
    const { url, accessToken } = this.actor.client;
    this.#connection ??= await HttpConnection.open(new URL(url));
    const body = Buffer.from(JSON.stringify({ query, variables }));
    const head = [
      'POST /graphql HTTP/1.1',
      `host: ${new URL(url).host}`,
      'content-type: application/json',
      `authorization: Bearer ${accessToken}`,
      `content-length: ${body.length}`,
    ];
    try {
      const answer = await this.#connection.exchange(
        Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]),
      );
      return JSON.parse(answer.body.toString()) as Answer<Data>;
    } catch (error) {
      this.#connection.close();
      this.#connection = null;
      throw error;
    }
  }
}

interface Answer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly {
    readonly extensions?: { readonly code?: string; readonly retryAfterMs?: number };
  }[];
}

const statesQuery = 'query SeatStates($id: ID!) { event(id: $id) { seatMap { version states } } }';

interface StatesAnswer {
  readonly event: { readonly seatMap: { readonly states: string } };
}

interface Booked {
  readonly createBooking: {
    readonly booking: { readonly status: string } | null;
    readonly userErrors: readonly { readonly code: string; readonly retryAfterMs: number | null }[];
  } | null;
}

/** For how long whoever asks again is to wait, where a refusal says so. */
function retryAfterMsIn(data: unknown): number | null | undefined {
  return (data as Booked | null)?.createBooking?.userErrors[0]?.retryAfterMs;
}

function brokenBy({ cause, message }: Error): Ending {
  return `${BROKEN}${(cause as { code?: string } | undefined)?.code ?? message}`;
}
