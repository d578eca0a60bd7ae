import type { ServiceOperations } from '@parterre/platform/operations/service-operations.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type {
  LinkTokens,
  LiveBookings,
  Mailbox,
  MailFiles,
  MailTemplates,
  MailTransport,
  NotificationFeed,
  Notifications,
  OutgoingMails,
  PrintedTickets,
} from './ports.ts';

/** All that the use cases of this subgraph work with. */
export interface Dependencies {
  readonly database: Pick<Database, 'transaction'>;
  readonly notifications: Notifications;
  readonly feed: NotificationFeed;
  readonly mailbox: Mailbox;
  readonly liveBookings: LiveBookings;
  readonly outgoing: OutgoingMails;
  /** Null where mails are read by the API only. */
  readonly transport: MailTransport | null;
  /** Null where no folder is named. */
  readonly mailFiles: MailFiles | null;
  readonly templates: MailTemplates;
  readonly links: LinkTokens;
  readonly printedTickets: PrintedTickets;
  /** Where the web app is, for links. */
  readonly publicUrl: string;
  readonly logger: Logger;
  /** What administrators see of this service, and do about it. */
  readonly operations: ServiceOperations<'MAIL_NOT_SENT'>;
}
