import { readFact } from '@parterre/contracts/facts/fact.ts';
import { UserBlocked, UserRegistered, UserUnblocked } from '@parterre/contracts/facts/users.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Clock } from '@parterre/platform/kernel/clock.ts';
import type { FactConsumer } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application.ts';

/** What this subgraph does on facts of others. */
export function consumers(application: Application, clock: Clock): FactConsumer[] {
  return [
    {
      name: 'open-wallet',
      topic: 'users',
      begins: 'first-kept',
      types: [UserRegistered.type],
      apply: ({ fact }, { tx }) =>
        application.openWallet(tx, readFact(UserRegistered, fact).userId as UserId, clock.now()),
    },
    {
      // Both in one consumer: they are applied in the order in which they happened.
      name: 'freeze-wallet',
      topic: 'users',
      begins: 'first-kept',
      types: [UserBlocked.type, UserUnblocked.type],
      apply: ({ fact }, { tx }) =>
        fact.type === UserBlocked.type
          ? application.freezeWallet(tx, readFact(UserBlocked, fact).userId as UserId, clock.now())
          : application.unfreezeWallet(tx, readFact(UserUnblocked, fact).userId as UserId, clock.now()),
    },
  ];
}
