import type { Role } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { generateSigningKey } from '@parterre/platform/auth/access-tokens.ts';
import { anonymous, type Caller, type UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import {
  startTestService,
  type TestService,
  type TestServiceOptions,
} from '@parterre/platform/testing/test-service.ts';
import { decodeJwt } from 'jose';
import { usersService } from '../service.ts';
import * as documents from './documents.ts';

type Answer = Record<string, unknown> & { userErrors: { code: string; field?: string[] }[] };

/** The users subgraph as a test works with it: people by nickname, time at hand. */
export interface UsersFixture {
  readonly service: TestService<unknown>;
  /** Moves the subgraph's clock on. */
  pass(milliseconds: number): void;
  /** Runs a mutation and answers its payload; throws on top-level errors. */
  mutate(name: keyof typeof documents.mutations, input: object, caller?: Caller): Promise<Answer>;
  /** Runs any document and answers the code of its first top-level error, or its data. */
  ask(
    document: string,
    variables: object,
    caller: Caller,
  ): Promise<{ data: unknown; code: string | undefined }>;
  /** Registers `nickname` with `nickname@example.org`. */
  register(nickname: string): Promise<SomebodySignedIn>;
  /** The token for a mail to somebody, as the notifications subgraph gets it; null when there is nothing to send. */
  mailToken(userId: string, purpose: 'EMAIL_CONFIRMATION' | 'PASSWORD_RESET'): Promise<string | null>;
  /** Registers somebody who is an administrator from the beginning. */
  administrator(nickname: string): Promise<SomebodySignedIn>;
  stop(): Promise<void>;
}

export interface SomebodySignedIn {
  readonly id: UserId;
  readonly caller: UserCaller;
  readonly refreshToken: string;
  /** When the access token was issued. */
  readonly issuedAt: Date;
}

/** A password that everybody in these tests has. */
export const password = 'correct horse battery';

export async function openUsersFixture(
  options: Pick<TestServiceOptions<typeof usersService.config>, 'logger'> & {
    env?: Record<string, string>;
  } = {},
): Promise<UsersFixture> {
  let time = Date.parse('2027-03-01T18:30:00Z');
  const { privateJwk } = await generateSigningKey();
  const { env, ...rest } = options;
  const service = await startTestService(usersService, {
    ...rest,
    config: { ACCESS_TOKEN_KEYS: JSON.stringify({ keys: [privateJwk] }), ...env },
    clock: { now: () => new Date(time) },
  });

  const mutate: UsersFixture['mutate'] = async (name, input, caller = anonymous) => {
    const result = await service.execute(documents.mutations[name], { input }, caller);
    if (result.errors) throw new Error(JSON.stringify(result.errors));
    return (result.data as Record<string, Answer>)[name] as Answer;
  };

  const register = async (nickname: string) => {
    const answer = await mutate('register', { nickname, email: `${nickname}@example.org`, password });
    return signedIn(answer);
  };

  return {
    service,
    mutate,
    register,
    pass: (milliseconds) => {
      time += milliseconds;
    },
    async ask(document, variables, caller) {
      const result = await service.execute(document, { ...variables }, caller);
      return { data: result.data, code: result.errors?.[0]?.extensions.code as string | undefined };
    },
    async mailToken(userId, purpose) {
      const variables = { input: { userId, purpose } };
      const caller: Caller = { kind: 'subgraph', subgraph: 'notifications' };
      const { data } = await service.execute(documents.queries.issueMailToken, variables, caller);
      return (data as { issueMailToken: { token: string | null } }).issueMailToken.token;
    },
    async administrator(nickname) {
      const somebody = await register(nickname);
      await service.database.sql(
        `update users set role = 'ADMIN', organizer_since = created_at where id = $1`,
        [somebody.id],
      );
      return { ...somebody, caller: { ...somebody.caller, role: 'ADMIN' } };
    },
    stop: () => service.stop(),
  };
}

/** Who an answer of register, login or refreshSession has signed in. Throws the userErrors when nobody. */
export function signedIn(answer: Answer): SomebodySignedIn {
  const session = answer.session as { accessToken: string; refreshToken: string } | null;
  if (!session) throw new Error(JSON.stringify(answer.userErrors));
  const claims = decodeJwt(session.accessToken);
  const id = claims.sub as UserId;
  const role = claims.role as Role;
  return {
    id,
    caller: { kind: 'user', userId: id, role, sessionId: String(claims.sid) },
    refreshToken: session.refreshToken,
    issuedAt: new Date(Math.round(Number(claims.iat) * 1000)),
  };
}

export function codesOf(answer: Answer): string[] {
  return answer.userErrors.map((error) => error.code);
}

/** Somebody with a well-formed token whom the subgraph has never heard of. */
export function stranger(role: Role = 'USER'): UserCaller {
  return { kind: 'user', userId: newId(), role, sessionId: newId() };
}
