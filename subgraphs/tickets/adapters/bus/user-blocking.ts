import { readFact } from '@parterre/contracts/facts/fact.ts';
import { UserBlocked, UserUnblocked } from '@parterre/contracts/facts/users.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { FactConsumer } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application.ts';

/** Remembers who is blocked. One consumer for both facts, because those of one user must keep their order. */
export function onUserBlocking({ blockBuyer, unblockBuyer }: Application): FactConsumer {
  return {
    name: 'block-buyer',
    topic: 'users',
    begins: 'first-kept',
    types: [UserBlocked.type, UserUnblocked.type],
    apply: ({ fact }, { tx }) =>
      fact.type === UserBlocked.type
        ? blockBuyer(tx, readFact(UserBlocked, fact).userId as UserId)
        : unblockBuyer(tx, readFact(UserUnblocked, fact).userId as UserId),
  };
}
