import type { Bus } from '../bus/bus.ts';
import type { Page } from '../graphql/connections.ts';
import {
  countDeadLetters,
  dropDeadLetter,
  findDeadLetter,
  pageOfDeadLetters,
  retryNow,
} from '../inbox/dead-letters.ts';
import type { Clock } from '../kernel/clock.ts';
import { type Rejection, reject } from '../kernel/rejection.ts';
import { faultOfText, normaliseText } from '../kernel/text.ts';
import type { Database, Sql } from '../postgres/database.ts';
import type { FactConsumer } from '../service/service.ts';
import type { UserContext } from '../service/use-case.ts';
import type { Logger } from '../telemetry/logger.ts';
import { type Provider, type ProviderStatus, watchProvider } from './ask-provider.ts';
import {
  type ConsumerStatus,
  type OutboxStatus,
  type OverdueWork,
  readConsumers,
  readOutbox,
  readSagas,
  readUndrivenSagas,
  type SagaStatus,
} from './read-status.ts';
import { type ShownDeadLetter, showDeadLetter } from './show-dead-letter.ts';

/** What an operator sees of one service, and can do about it. Knows nothing of who is an operator. */
export interface ServiceOperations<Kind extends string = never> {
  outbox(): Promise<OutboxStatus>;
  consumers(): Promise<readonly ConsumerStatus[]>;
  sagas(): Promise<readonly SagaStatus[]>;
  overdueWork(now: Date): Promise<readonly OverdueWork<Kind | 'SAGA_NOT_DRIVEN'>[]>;
  /** Null where the service works with no other server. */
  provider(): Promise<ProviderStatus | null>;
  deadLetterCount(): Promise<number>;
  /** The oldest first; the key of a page is the number of its last letter. */
  deadLetters(page: Page<string>): Promise<readonly ShownDeadLetter[]>;
  /** Lets a letter be tried at once, in whatever process runs its consumer. Answers it as it then stands. */
  retryDeadLetter(command: RetryDeadLetter): Promise<ShownDeadLetter | Rejection<'DEAD_LETTER_NOT_FOUND'>>;
  /** Gives a fact up for good, and writes to the log who did that, and why. Answers the letter as it was. */
  dropDeadLetter(
    command: DropDeadLetter,
    context: UserContext,
  ): Promise<ShownDeadLetter | Rejection<'DEAD_LETTER_NOT_FOUND' | 'INVALID_REASON'>>;
}

export interface RetryDeadLetter {
  /** `<service>/<number>`. */
  readonly deadLetterId: string;
}

export interface DropDeadLetter extends RetryDeadLetter {
  readonly reason: string;
}

/** Work of one kind that should be over by now; null when there is none. */
export type OverdueCheck<Kind extends string> = (sql: Sql, now: Date) => Promise<OverdueWork<Kind> | null>;

export interface ServiceOperationsOptions<Kind extends string> {
  readonly service: string;
  readonly database: Database;
  readonly bus: Pick<Bus, 'backlog'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Asked when they are needed: they are made of the application, which knows these operations. */
  consumers?(): readonly Pick<FactConsumer, 'name' | 'topic'>[];
  readonly overdue?: readonly OverdueCheck<Kind>[];
  readonly provider?: Provider | null;
}

const LONGEST_REASON = 500;

/** The operations of one service, on its own tables. */
export function createServiceOperations<Kind extends string = never>(
  options: ServiceOperationsOptions<Kind>,
): ServiceOperations<Kind> {
  const { service, database, bus, clock, consumers = () => [], overdue = [] } = options;
  const askProvider = options.provider ? watchProvider(options.provider, clock) : null;
  return {
    outbox: () => readOutbox(database),
    sagas: () => readSagas(database),
    consumers: () => readConsumers({ service, sql: database, bus, consumers: consumers() }),

    async overdueWork(now) {
      const found: (OverdueWork<Kind | 'SAGA_NOT_DRIVEN'> | null)[] = [await readUndrivenSagas(database)];
      for (const check of overdue) found.push(await check(database, now));
      return found.filter((each) => each !== null);
    },

    provider: async () => (await askProvider?.()) ?? null,

    async deadLetterCount() {
      const counts = await countDeadLetters(database);
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    },

    async deadLetters(page) {
      const letters = await pageOfDeadLetters(database, page);
      return letters.map((letter) => showDeadLetter(service, letter));
    },

    async retryDeadLetter({ deadLetterId }) {
      const number = numberIn(service, deadLetterId);
      if (number === null || !(await retryNow(database, number))) return notFound();
      const letter = await findDeadLetter(database, number);
      return letter ? showDeadLetter(service, letter) : notFound();
    },

    dropDeadLetter: (command, context) => drop(options, command, context),
  };
}

async function drop<Kind extends string>(
  { service, database, logger }: ServiceOperationsOptions<Kind>,
  { deadLetterId, reason }: DropDeadLetter,
  { caller }: UserContext,
): Promise<ShownDeadLetter | Rejection<'DEAD_LETTER_NOT_FOUND' | 'INVALID_REASON'>> {
  const fault = faultOfText(reason, LONGEST_REASON);
  if (fault !== null) return reject('INVALID_REASON', `expected a reason ${fault}`, ['reason']);
  const number = numberIn(service, deadLetterId);
  const letter = number === null ? undefined : await findDeadLetter(database, number);
  if (number === null || !letter || !(await dropDeadLetter(database, number))) return notFound();
  const { consumer, fact } = letter;
  // The only trace that is left of it: the row is gone, and the inbox says that the fact was applied.
  logger.warn(
    {
      deadLetterId,
      consumer,
      fact: fact.id,
      type: fact.type,
      key: fact.subject,
      by: caller.userId,
      reason: normaliseText(reason),
    },
    'a dead letter was dropped: its fact will never be applied',
  );
  return showDeadLetter(service, letter);
}

/** The number of a letter of this service; null for any other text. */
function numberIn(service: string, deadLetterId: string): string | null {
  const [name, number = '', ...rest] = deadLetterId.split('/');
  return name === service && rest.length === 0 && /^\d{1,18}$/.test(number) ? number : null;
}

function notFound(): Rejection<'DEAD_LETTER_NOT_FOUND'> {
  return reject('DEAD_LETTER_NOT_FOUND', 'there is no such dead letter in this service, or not any more', [
    'deadLetterId',
  ]);
}
