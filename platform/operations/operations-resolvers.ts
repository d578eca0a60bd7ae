import { oneMore, readPage, toConnection } from '../graphql/connections.ts';
import { toUserErrors } from '../graphql/user-errors.ts';
import type { Rejection } from '../kernel/rejection.ts';
import type { RequestContext } from '../service/service.ts';
import type { ConsumerStatus } from './read-status.ts';
import type { ServiceOperations } from './service-operations.ts';
import type { ShownDeadLetter } from './show-dead-letter.ts';

/** What stands behind a ServiceStatus: nothing is read before a field asks for it. */
export interface ServiceAsked {
  readonly name: string;
  readonly asOf: Date;
}

/** Throws for whoever may not operate the installation. */
export type RequireOperator = (context: RequestContext) => unknown;

interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The root field by which an operator comes to the services. Each of them answers for itself (ADR 36). */
export function serviceQueries(requireOperator: RequireOperator) {
  return {
    services: (_query: unknown, _args: object, context: RequestContext) => {
      requireOperator(context);
      return {};
    },
  };
}

/** What the types of an operator's view answer in one service, under its name. */
export function serviceTypes<Name extends string, Kind extends string>(
  name: Name,
  operations: ServiceOperations<Kind>,
  requireOperator: RequireOperator,
) {
  const status = (_services: unknown, _args: object, context: RequestContext): ServiceAsked => {
    requireOperator(context);
    return { name, asOf: context.now };
  };
  return {
    Services: { [name]: status } as { readonly [Field in Name]: typeof status },

    ServiceStatus: {
      outbox: () => operations.outbox(),
      consumers: () => operations.consumers(),
      sagas: () => operations.sagas(),
      overdueWork: (_status: unknown, _args: object, { now }: RequestContext) => operations.overdueWork(now),
      provider: () => operations.provider(),
      deadLetterCount: () => operations.deadLetterCount(),
      deadLetters: async (_status: unknown, args: PageArguments) => {
        const page = readPage(args, letterNumber);
        const letters = await operations.deadLetters(oneMore(page));
        return toConnection(letters, page, ({ number }) => [number]);
      },
    },

    ConsumerStatus: {
      waitingFacts: async ({ backlog }: ConsumerStatus) => (await backlog()).facts,
      oldestSince: async ({ backlog }: ConsumerStatus) => (await backlog()).oldestAt,
    },
  };
}

/** What a mutation about a dead letter answers. */
export function deadLetterPayload<Code extends string>(outcome: ShownDeadLetter | Rejection<Code>) {
  if ('rejected' in outcome) return { deadLetter: null, userErrors: toUserErrors(outcome) };
  return { deadLetter: outcome, userErrors: [] };
}

function letterNumber(number = '', ...rest: readonly string[]): string | null {
  return rest.length === 0 && /^\d{1,18}$/.test(number) ? number : null;
}
