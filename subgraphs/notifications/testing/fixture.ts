import type { Role } from '@parterre/contracts/kernel/caller.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Caller, UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { fakeSubgraphs } from '@parterre/platform/testing/fake-subgraphs.ts';
import { startTestService } from '@parterre/platform/testing/test-service.ts';
import { statements as followed } from '../adapters/postgres/live-bookings.ts';
import { notificationsService } from '../service.ts';

export function userCaller(role: Role, userId = newId<'User'>()): UserCaller {
  return { kind: 'user', userId, role, sessionId: newId() };
}

interface Options {
  readonly config?: Readonly<Record<string, string>>;
  /** What the users subgraph answers; a token of null when there is nothing to send. */
  readonly issueToken?: () => { readonly token: string | null; readonly expiresAt: string | null };
  /** False: what could be done in one statement is left to transactions. */
  readonly isAtOnce?: boolean;
  /** What the tickets subgraph prints; nothing unless said. */
  readonly printTickets?: (
    language: string,
  ) => readonly { readonly ticketId: string; readonly pdf: string }[];
}

interface MailColumns {
  readonly kind: string;
  readonly recipient: string | null;
  readonly subject: string;
  readonly body: string;
}

/** The notifications subgraph alone, on a fresh database and with a clock that is set by hand. */
export async function openNotificationsFixture({
  config,
  issueToken,
  isAtOnce = true,
  printTickets,
}: Options = {}) {
  let time = Date.parse('2027-02-01T10:00:00Z');
  const warnings: string[] = [];
  const subgraphs = fakeSubgraphs({
    ...(issueToken ? { IssueMailToken: () => ({ issueMailToken: issueToken() }) } : {}),
    PrintedTickets: ({ language }: { language: string }) => ({
      printedTickets: printTickets?.(language) ?? [],
    }),
  });
  const warn = (fields: unknown, message: string) => void warnings.push(JSON.stringify([fields, message]));
  const fixture = await startTestService(notificationsService, {
    config,
    subgraphs,
    clock: { now: () => new Date(time) },
    wrapTools: (tools) => ({
      ...tools,
      database: isAtOnce ? tools.database : inTransactions(tools.database),
      logger: { ...tools.logger, warn: warn as typeof tools.logger.warn },
    }),
  });

  return {
    ...fixture,
    passTime: (milliseconds: number) => {
      time += milliseconds;
    },
    request: async (document: string, variables: object, caller: Caller) => {
      const { data, errors } = await fixture.execute(document, { ...variables }, caller);
      return { data: data as Record<string, unknown> | null, code: errors?.[0]?.extensions.code };
    },
    deliverAll: async (...facts: readonly FactEnvelope[]) => {
      for (const fact of facts) await fixture.deliver(fact);
    },
    mailsOf: (userId: string) =>
      fixture.database.sql<MailColumns>(
        'select kind, recipient, subject, body from notifications where user_id = $1 order by created_at, id',
        [userId],
      ),
    /** What was logged as a warning, as JSON. */
    warnings,
    /** The tokens that the users subgraph was asked for, by what it was given. */
    tokenRequests: () => subgraphs.asked.map(({ variables }) => variables),
  };
}

/** A statement that answers no row did nothing. */
function inTransactions(database: Database): Database {
  return {
    ...database,
    sql: async (text, params) => (text === followed.followAtOnce ? [] : database.sql(text, params)),
    atOnce: async () => [],
  };
}

export type NotificationsFixture = Awaited<ReturnType<typeof openNotificationsFixture>>;
