import { readFact } from '@parterre/contracts/facts/fact.ts';
import { UserBlocked, UserRegistered, UserUnblocked } from '@parterre/contracts/facts/users.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { FactConsumer } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application/application.ts';

/** What this subgraph does on facts of others. */
export function createConsumers({ commands }: Application): FactConsumer[] {
  return [
    {
      name: 'open-wallet',
      topic: 'users',
      begins: 'first-kept',
      types: [UserRegistered.type],
      apply: ({ fact }, context) => commands.openWallet(ofUser(readFact(UserRegistered, fact)), context),
    },
    {
      // Both in one consumer: they are applied in the order in which they happened.
      name: 'freeze-wallet',
      topic: 'users',
      begins: 'first-kept',
      types: [UserBlocked.type, UserUnblocked.type],
      apply: ({ fact }, context) =>
        fact.type === UserBlocked.type
          ? commands.freezeWallet(ofUser(readFact(UserBlocked, fact)), context)
          : commands.unfreezeWallet(ofUser(readFact(UserUnblocked, fact)), context),
    },
  ];
}

function ofUser({ userId }: { readonly userId: string }) {
  return { userId: userId as UserId };
}
