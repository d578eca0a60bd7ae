import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type {
  LinkTokens,
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
  readonly notifications: Notifications;
  readonly feed: NotificationFeed;
  readonly mailbox: Mailbox;
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
}
