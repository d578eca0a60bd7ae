import type { DeadLetter } from '../inbox/dead-letters.ts';

/** A dead letter as an operator sees it. */
export interface ShownDeadLetter {
  /** `<service>/<number>`. */
  readonly id: string;
  /** Its number in the service, by which letters are sorted. */
  readonly number: string;
  readonly service: string;
  readonly consumer: string;
  readonly status: DeadLetter['status'];
  readonly topic: string;
  readonly key: string;
  readonly factId: string;
  readonly factType: string;
  readonly occurredAt: Date;
  readonly laidAsideAt: Date;
  readonly attempts: number;
  readonly error: string | null;
  readonly retryAt: Date | null;
  readonly payload: string;
  readonly isPayloadCut: boolean;
}

/** A page of a hundred stays below half a megabyte. */
const LONGEST_PAYLOAD = 4_000;

export function showDeadLetter(service: string, letter: DeadLetter): ShownDeadLetter {
  const { id: number, consumer, status, attempts, cause, createdAt, retryAt, fact } = letter;
  const payload = JSON.stringify(fact.data) ?? '';
  return {
    id: `${service}/${number}`,
    number,
    service,
    consumer,
    status,
    topic: fact.source,
    key: fact.subject,
    factId: fact.id,
    factType: fact.type,
    occurredAt: new Date(fact.time),
    laidAsideAt: createdAt,
    attempts,
    error: cause,
    retryAt,
    payload: payload.slice(0, LONGEST_PAYLOAD),
    isPayloadCut: payload.length > LONGEST_PAYLOAD,
  };
}
