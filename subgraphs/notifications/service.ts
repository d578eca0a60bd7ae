import { readFileSync } from 'node:fs';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { z } from 'zod';
import { createConsumers } from './adapters/bus/consumers.ts';
import { createLoaders } from './adapters/graphql/loaders.ts';
import { createResolvers } from './adapters/graphql/resolvers.ts';
import { mailbox } from './adapters/postgres/mailbox.ts';
import { migrations } from './adapters/postgres/migrations.ts';
import { NotificationEntity } from './adapters/postgres/notification-entity.ts';
import { createNotifications, pruneNotifications } from './adapters/postgres/notifications.ts';

const config = z.object({});

/** The notifications room: it writes people mails about what happened to them. */
export const notificationsService: ServiceDefinition<typeof config> = {
  name: 'notifications',
  typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
  entities: [NotificationEntity],
  migrations,
  config,
  compose({ database }) {
    const notifications = createNotifications(database);
    return {
      resolvers: createResolvers(notifications),
      loaders: () => createLoaders(notifications),
      consumers: createConsumers(mailbox),
      jobs: [pruneNotifications(database)],
    };
  },
};
