import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserBlocked, UserRegistered, UserUnblocked } from '@parterre/contracts/facts/users.ts';
import type { Role } from '@parterre/contracts/kernel/caller.ts';
import type { BookingId, RefundId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { mutationOf, patientRequests } from '@parterre/platform/testing/requests.ts';
import { startTestService, type TestServiceOptions } from '@parterre/platform/testing/test-service.ts';
import type { ExecutionResult } from 'graphql';
import { paymentsService } from '../service.ts';

export const tickets: Caller = { kind: 'subgraph', subgraph: 'tickets' };

export function userCaller(userId: UserId, role: Role = 'USER'): Caller {
  return { kind: 'user', userId, role, sessionId: newId() };
}

export const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });

/** What a subgraph-only mutation answered. */
export interface Answer {
  readonly payment: { readonly id: string; readonly status: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}

export interface AttemptInput {
  readonly bookingId: BookingId;
  readonly attempt?: number;
  readonly userId: UserId;
}

/** The payments subgraph alone, on a fresh database, with its operations as short sentences. */
export async function openPaymentsFixture(options: TestServiceOptions<typeof paymentsService.config> = {}) {
  const config = { PAYMENT_PROVIDER: 'demo', ...options.config };
  const fixture = await startTestService(paymentsService, { ...options, config });
  const inCurrency = (amount: string) => ({ amount, currencyCode: options.config?.CURRENCY ?? 'EUR' });

  const request = patientRequests(fixture);

  async function command(name: string, input: object): Promise<Answer> {
    const query = mutationOf(name, 'payment { id status } userErrors { code message field }');
    return (await request<Record<string, Answer>>(query, { input }, tickets))[name] as Answer;
  }

  return {
    ...fixture,
    request,

    topUp: async (userId: UserId, amount: string, idempotencyKey: string = newId()) => {
      const data = await request<{ topUpWallet: TopUpAnswer }>(
        topUpMutation,
        { input: { amount: inCurrency(amount), idempotencyKey } },
        userCaller(userId),
      );
      return data.topUpWallet;
    },

    authorize: ({ attempt = 1, ...input }: AttemptInput & { readonly amount: string }) =>
      command('authorizePayment', { ...input, attempt, amount: inCurrency(input.amount) }),
    capture: ({ bookingId, attempt = 1 }: Omit<AttemptInput, 'userId'>) =>
      command('capturePayment', { bookingId, attempt }),
    void: ({ bookingId, attempt = 1, userId }: AttemptInput) =>
      command('voidPayment', { bookingId, attempt, userId }),
    refund: (bookingId: BookingId, amount: string, refundId: RefundId = newId()) =>
      command('refundPayment', { bookingId, refundId, amount: inCurrency(amount) }),

    /** [available, pending] as the wallet itself says. */
    balances: async (userId: UserId): Promise<[string, string]> => {
      const wallet = await walletOf(fixture.execute, userId);
      return [wallet.available.amount, wallet.pending.amount];
    },
    transactions: async (userId: UserId) => (await walletOf(fixture.execute, userId)).transactions.nodes,

    register: (userId: UserId) =>
      fixture.deliver(
        fact(UserRegistered, { userId, nickname: 'ada', email: 'ada@example.org', role: 'USER' }, new Date()),
      ),
    block: (userId: UserId) => fixture.deliver(fact(UserBlocked, { userId, reason: 'test' }, new Date())),
    unblock: (userId: UserId) => fixture.deliver(fact(UserUnblocked, { userId }, new Date())),
  };
}

export type PaymentsFixture = Awaited<ReturnType<typeof openPaymentsFixture>>;

export interface TopUpAnswer {
  readonly wallet: { readonly available: { readonly amount: string; readonly currencyCode: string } } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}

export const topUpMutation = `mutation ($input: TopUpWalletInput!) {
  topUpWallet(input: $input) { wallet { available { amount currencyCode } } userErrors { code message field } }
}`;

interface ShownWallet {
  readonly available: { readonly amount: string };
  readonly pending: { readonly amount: string };
  readonly transactions: {
    readonly nodes: {
      readonly id: string;
      readonly kind: string;
      readonly status: string;
      readonly amount: { readonly amount: string };
      readonly payment: { readonly id: string; readonly status: string } | null;
    }[];
  };
}

export const walletQuery = `query ($users: [_Any!]!) {
  _entities(representations: $users) {
    ... on User {
      wallet {
        available { amount } pending { amount }
        transactions(first: 100) { nodes { id kind status amount { amount } payment { id status } } }
      }
    }
  }
}`;

async function walletOf(
  execute: (query: string, variables: Record<string, unknown>, caller: Caller) => Promise<ExecutionResult>,
  userId: UserId,
): Promise<ShownWallet> {
  const users = [{ __typename: 'User', id: userId }];
  const result = await execute(walletQuery, { users }, userCaller(userId));
  const data = result.data as { _entities: { wallet: ShownWallet | null }[] } | null | undefined;
  const wallet = data?._entities[0]?.wallet;
  if (!wallet) throw new Error(`expected a wallet, got ${JSON.stringify(result)}`);
  return wallet;
}
