import { badUserInput, rateLimited } from '@parterre/platform/graphql/errors.ts';
import { withPosition } from '@parterre/platform/graphql/event-position.ts';
import { mapIterator } from '@parterre/platform/graphql/map-iterator.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { Application } from '../../application/application.ts';
import type { MessageOfEvent } from './mappers.ts';
import type { SubscriptionResolvers } from './schema.generated.ts';

/** The live map. Who watches makes no difference to what is sent. */
export function createSubscriptions({ watches }: Application) {
  return {
    seatMapChanged: {
      async subscribe(_source, { eventId, sinceVersion }) {
        const watch = isId(eventId) ? await watches.watchSeatMap(eventId, sinceVersion ?? null) : null;
        if (!watch) throw badUserInput('expected a published event to watch, got none');
        if (watch === 'too-many')
          throw rateLimited('expected fewer maps to be watched at a time; try again later');
        return mapIterator(watch, (message) => positioned({ ...message, eventId })) as AsyncIterable<never>;
      },
      resolve: (message: MessageOfEvent) => message,
    },
  } satisfies SubscriptionResolvers;
}

function positioned(message: MessageOfEvent): MessageOfEvent {
  const startsAnew = message.kind === 'snapshot' && message.startsAnew;
  return withPosition(message, { cursor: message.version, startsAnew });
}
