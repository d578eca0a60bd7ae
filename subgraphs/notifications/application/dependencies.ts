import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type {
  LinkTokens,
  Mailbox,
  MailFiles,
  MailTransport,
  NotificationFeed,
  Notifications,
  OutgoingMails,
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
  readonly links: LinkTokens;
  /** Where the web app is, for links. */
  readonly publicUrl: string;
  readonly logger: Logger;
}
