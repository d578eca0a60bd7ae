import { readFileSync } from 'node:fs';
import { roleRules } from '@parterre/contracts/access/require-role.ts';
import { IssueMailTokenDocument } from '@parterre/contracts/operations/notifications.generated.ts';
import { readMigrations } from '@parterre/platform/postgres/read-migrations.ts';
import type { Job, ServiceDefinition } from '@parterre/platform/service/service.ts';
import type { SubgraphClient } from '@parterre/platform/subgraphs/subgraph-client.ts';
import { z } from 'zod';
import { createConsumers } from './adapters/bus/consumers.ts';
import { createLoaders } from './adapters/graphql/loaders.ts';
import { createResolvers } from './adapters/graphql/resolvers.ts';
import { folderTransport, forgetMailFiles, smtpTransport } from './adapters/mail/transports.ts';
import { createMailbox, createOutgoingMails, type Sent } from './adapters/postgres/mailbox.ts';
import { NotificationEntity } from './adapters/postgres/notification-entity.ts';
import { createNotifications, pruneNotifications } from './adapters/postgres/notifications.ts';
import type { LinkTokens, MailTransport } from './application/ports.ts';
import { sendMails } from './application/send-mails.ts';

/** A mail may be a moment late. */
const SEND_EVERY_MS = 1_000;
const FORGET_EVERY_MS = 60 * 60_000;

const config = z.object({
  /** The mail server that mails are handed to. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'expected an address such as smtp://user:password@host:587' })
    .optional(),
  MAIL_FROM: z.string().min(3).max(254).default('Parterre <parterre@localhost>'),
  /** Without a mail server: the folder that mails with links are written to. */
  MAIL_DIR: z.string().min(1).optional(),
  /** Where the web app is, for links in mails. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'expected an address such as https://tickets.example' })
    .default('http://localhost:4000'),
});

type Config = z.output<typeof config>;

/** The notifications subgraph: it writes people mails about what happened to them, and has them sent. */
export const notificationsService: ServiceDefinition<typeof config> = {
  name: 'notifications',
  typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
  roles: roleRules,
  entities: [NotificationEntity],
  migrations: readMigrations(new URL('./adapters/postgres/migrations/', import.meta.url)),
  config,
  compose({ config, database, subgraphs, logger }) {
    const notifications = createNotifications(database);
    const { transport, sent } = transportOf(config);
    const tools = { outgoing: createOutgoingMails(database), links: linksOfUsers(subgraphs), logger };
    const jobs: Job[] = [];
    if (transport) {
      jobs.push({
        name: 'send-mails',
        everyMs: SEND_EVERY_MS,
        run: ({ now }) => sendMails({ ...tools, transport, publicUrl: config.PUBLIC_URL }, now),
      });
    }
    const folder = config.MAIL_DIR;
    if (folder) {
      jobs.push({
        name: 'forget-mail-files',
        everyMs: FORGET_EVERY_MS,
        run: ({ now }) => forgetMailFiles(folder, now),
      });
    }
    return {
      resolvers: createResolvers(notifications),
      loaders: () => createLoaders(notifications),
      consumers: createConsumers(createMailbox(sent)),
      jobs: [...jobs, pruneNotifications(database)],
    };
  },
};

function transportOf(config: Config): { transport: MailTransport | null; sent: Sent } {
  const { SMTP_URL: url, MAIL_DIR: folder, MAIL_FROM: from } = config;
  if (url) return { transport: smtpTransport(url, from), sent: 'ALL' };
  if (folder) return { transport: folderTransport(folder, from), sent: 'LINKS' };
  return { transport: null, sent: 'NONE' };
}

/** Tokens as the users subgraph makes them. */
function linksOfUsers(subgraphs: SubgraphClient): LinkTokens {
  return {
    async issue(userId, purpose) {
      const { issueMailToken } = await subgraphs.ask('users', IssueMailTokenDocument, {
        input: { userId, purpose },
      });
      const { token, expiresAt } = issueMailToken;
      return token && expiresAt ? { token, expiresAt } : null;
    },
  };
}
