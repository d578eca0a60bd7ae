import type { FactConsumer } from '@parterre/platform/service/service.ts';
import type { Mailbox } from '../../application/ports.ts';
import { reactions } from '../../application/write-mail.ts';

/** One consumer a topic; a topic that is stuck holds no other mails up. */
export function createConsumers(mailbox: Mailbox): FactConsumer[] {
  return topics.map((topic) => {
    const byType = new Map(Object.entries(reactions[topic]));
    return {
      name: `mail-on-${topic}`,
      topic,
      begins: 'first-kept',
      types: [...byType.keys()],
      // One mail a fact, whatever comes how often: the table says so.
      isReplayable: true,
      async apply({ fact }, { tx }) {
        // Mails can be written again from the facts, so the commit need not wait for the disk.
        await tx.sql('set local synchronous_commit to off');
        await byType.get(fact.type)?.(mailbox, tx, fact);
      },
    };
  });
}

const topics = ['users', 'events', 'tickets', 'loyalty'] as const;
