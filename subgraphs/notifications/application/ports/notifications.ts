import type { NotificationId, UserId } from '@parterre/platform/kernel/ids.ts';
import type { MailKind } from '../../domain/mail.ts';

/** A mail as its reader sees it. */
export interface Notification {
  readonly id: NotificationId;
  readonly userId: UserId;
  readonly kind: MailKind;
  readonly subject: string;
  readonly body: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export interface NotificationPage {
  readonly userId: UserId;
  readonly limit: number;
  /** The last one of the page before. */
  readonly after: { readonly createdAt: Date; readonly id: NotificationId } | null;
}

/** The mails of all users, to be read. */
export interface Notifications {
  /** By several ids at once, in any order; ids without a notification are left out. */
  findMany(ids: readonly NotificationId[]): Promise<Notification[]>;
  /** For each page that is asked for, in the same order; newest first. */
  pages(pages: readonly NotificationPage[]): Promise<Notification[][]>;
  /** Marks one as read, and answers since when it is: the first time stays. */
  markRead(id: NotificationId, now: Date): Promise<Date>;
}
