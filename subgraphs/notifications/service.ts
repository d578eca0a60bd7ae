import { readFileSync } from 'node:fs';
import { roleRules } from '@parterre/contracts/access/require-role.ts';
import { createServiceOperations } from '@parterre/platform/operations/service-operations.ts';
import { readMigrations } from '@parterre/platform/postgres/read-migrations.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { createConsumers } from './adapters/bus/consumers.ts';
import { createNotificationFeed } from './adapters/bus/notification-feed.ts';
import { createLoaders } from './adapters/graphql/loaders.ts';
import { createResolvers } from './adapters/graphql/resolvers.ts';
import { createJobs } from './adapters/jobs/jobs.ts';
import { createMailTemplates } from './adapters/mail/mail-templates.ts';
import { folderMailFiles, folderTransport, smtpTransport } from './adapters/mail/transports.ts';
import { entities } from './adapters/postgres/entities.ts';
import { createPostgresLiveBookings } from './adapters/postgres/live-bookings.ts';
import { createPostgresMailbox } from './adapters/postgres/mailbox.ts';
import { createPostgresNotifications } from './adapters/postgres/notifications.ts';
import { createPostgresOutgoingMails } from './adapters/postgres/outgoing-mails.ts';
import { createPostgresOverdueWork } from './adapters/postgres/overdue-work.ts';
import { createPrintedTickets } from './adapters/subgraphs/tickets.ts';
import { createUsersLinkTokens } from './adapters/subgraphs/users.ts';
import { type Application, application } from './application/application.ts';
import type { MailTransport } from './application/ports.ts';
import { type Config, config } from './config.ts';

/** The notifications subgraph: it writes users mails about what happened to them, and has them sent. */
export const notificationsService: ServiceDefinition<typeof config> = {
  name: 'notifications',
  typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
  roles: roleRules,
  entities,
  migrations: readMigrations(new URL('./adapters/postgres/migrations/', import.meta.url)),
  config,
  compose({ config, database, bus, subgraphs, clock, logger }) {
    const feed = createNotificationFeed(bus);
    const transport = transportOf(config);
    const notifications: Application = application({
      operations: createServiceOperations({
        service: 'notifications',
        database,
        bus,
        clock,
        logger,
        consumers: () => createConsumers(notifications),
        overdue: createPostgresOverdueWork(),
        provider: transport?.server,
      }),
      notifications: createPostgresNotifications(database),
      database,
      feed,
      liveBookings: createPostgresLiveBookings(database),
      mailbox: createPostgresMailbox(database),
      outgoing: createPostgresOutgoingMails(database),
      transport,
      mailFiles: config.MAIL_DIR ? folderMailFiles(config.MAIL_DIR) : null,
      templates: createMailTemplates(),
      printedTickets: createPrintedTickets(subgraphs),
      links: createUsersLinkTokens(subgraphs),
      publicUrl: config.PUBLIC_URL,
      logger,
    });
    return {
      resolvers: { ...createResolvers(notifications) },
      loaders: () => createLoaders(notifications),
      consumers: createConsumers(notifications),
      jobs: createJobs(notifications),
      start: feed.start,
      stop: feed.stop,
    };
  },
};

function transportOf(config: Config): MailTransport | null {
  const { SMTP_URL: url, MAIL_DIR: folder, MAIL_FROM: from } = config;
  if (url) return smtpTransport(url, from, config.SMTP_TIMEOUT_MS);
  return folder ? folderTransport(folder, from) : null;
}
