import { EventChanged, EventPublished } from '@parterre/contracts/facts/events.ts';
import { UserLanguageChanged } from '@parterre/contracts/facts/users.ts';
import type { FactConsumer } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application/application.ts';
import { followedFacts } from '../../application/reminders.ts';
import { mailedFacts } from '../../application/write-mail.ts';

/** What this subgraph does on facts of others: one consumer a topic for mails, so that one that is stuck holds no other up. */
export function createConsumers({ commands }: Application): FactConsumer[] {
  return [
    {
      ...mailOn('users', [...mailedFacts.users, UserLanguageChanged.type]),
      apply: ({ fact }, context) =>
        fact.type === UserLanguageChanged.type
          ? commands.rememberLanguage(fact, context)
          : commands.writeMail(fact, context),
    },
    {
      ...mailOn('events', [EventPublished.type, EventChanged.type]),
      apply: ({ fact }, context) => commands.rememberShow(fact, context),
    },
    {
      ...mailOn('tickets', mailedFacts.tickets),
      applyAtOnce: ({ fact }, context) => commands.writeMailAtOnce(fact, context),
      apply: ({ fact }, context) => commands.writeMail(fact, context),
    },
    {
      // Its own, so that it begins with the first kept fact, and no mail waits for it.
      name: 'follow-bookings',
      topic: 'tickets',
      begins: 'first-kept',
      types: followedFacts,
      isReplayable: true,
      applyAtOnce: ({ fact }, context) => commands.followBookingAtOnce(fact, context),
      apply: ({ fact }, context) => commands.followBooking(fact, context),
    },
    {
      ...mailOn('loyalty', mailedFacts.loyalty),
      apply: ({ fact }, context) => commands.writeMail(fact, context),
    },
  ];
}

function mailOn(topic: string, types: readonly string[]): Omit<FactConsumer, 'apply'> {
  // One mail a fact, whatever comes how often: the table says so.
  return { name: `mail-on-${topic}`, topic, begins: 'first-kept', types, isReplayable: true };
}
