import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import type { NotificationId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Positioned } from '@parterre/platform/kernel/log-cursor.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { JobContext, UserContext } from '@parterre/platform/service/use-case.ts';
import type { Dependencies } from './dependencies.ts';
import type { Notification } from './ports.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Longer than the bus keeps the fact that a mail is about: it is not written a second time. */
const KEPT_MS = 400 * DAY_MS;
const PRUNE_BATCH = 1_000;

export interface MarkNotificationRead {
  /** Null when what came can be nobody's. */
  readonly notificationId: NotificationId | null;
}
export type MarkReadOutcome = Notification | Rejection<'NOTIFICATION_NOT_FOUND'>;

/** Marks a notification of one's own as read, or as an administrator anybody's; the first time stays. */
export async function markNotificationRead(
  deps: Dependencies,
  { notificationId }: MarkNotificationRead,
  { caller, now }: UserContext,
): Promise<MarkReadOutcome> {
  const [notification] = notificationId ? await deps.notifications.findMany([notificationId]) : [];
  if (!notification || !mayActFor(caller, notification.userId)) {
    return reject('NOTIFICATION_NOT_FOUND', 'there is no such notification', ['notificationId']);
  }
  return { ...notification, readAt: await deps.notifications.markRead(notification.id, now) };
}

export interface MarkAllNotificationsRead {
  /** The newest that was seen; null for all. Undefined when what came can be nobody's. */
  readonly upTo: NotificationId | null | undefined;
}
export interface MarkAllReadOutcome {
  readonly userId: UserId;
  readonly marked: number;
}

/** Marks all of one's own notifications as read that are no newer than one that was seen. */
export async function markAllNotificationsRead(
  { notifications }: Dependencies,
  { upTo }: MarkAllNotificationsRead,
  { caller: { userId }, now }: UserContext,
): Promise<MarkAllReadOutcome | Rejection<'NOTIFICATION_NOT_FOUND'>> {
  const [newest = null] = upTo ? await notifications.findMany([upTo]) : [];
  const isOwn = upTo === null || newest?.userId === userId;
  if (!isOwn) return reject('NOTIFICATION_NOT_FOUND', 'you have no such notification', ['upTo']);
  return { userId, marked: await notifications.markAllRead(userId, newest, now) };
}

export interface WatchNotifications {
  /** Only what this cursor does not hold; null for everything from now on. */
  readonly since: string | null;
}

/** The caller's own notifications as they are added. */
export function watchNotifications(
  { feed, notifications }: Dependencies,
  { since }: WatchNotifications,
  { caller: { userId } }: UserContext,
): AsyncIterableIterator<Positioned<Notification | null>, undefined> {
  const read = async (id: NotificationId) => (await notifications.findMany([id]))[0];
  const newest = async () => {
    const [page = []] = await notifications.pages([{ userId, limit: 1, after: null }]);
    return page[0] ?? null;
  };
  return feed.follow(userId, since, read, newest);
}

/** Deletes mails that are long over, read or not. Answers how many. */
export async function pruneNotifications(deps: Dependencies, { now }: JobContext): Promise<number> {
  return deps.notifications.prune(new Date(now.getTime() - KEPT_MS), PRUNE_BATCH);
}
