import { bindAll } from '@parterre/platform/service/use-case.ts';
import type { Dependencies } from './dependencies.ts';
import {
  markAllNotificationsRead,
  markNotificationRead,
  pruneNotifications,
  watchNotifications,
} from './notifications.ts';
import { followBooking, followBookingAtOnce, pruneLiveBookings, remindVisitors } from './reminders.ts';
import { forgetMailFiles, sendMails } from './send-mails.ts';
import { rememberLanguage, rememberShow, writeMail, writeMailAtOnce } from './write-mail.ts';

/** What the notifications subgraph does. */
export function application(deps: Dependencies) {
  return {
    commands: bindAll(deps, {
      // of a user
      markNotificationRead,
      markAllNotificationsRead,
      // on facts
      writeMail,
      writeMailAtOnce,
      rememberLanguage,
      rememberShow,
      followBooking,
      followBookingAtOnce,
      // as time goes by
      remindVisitors,
      sendMails,
      forgetMailFiles,
      pruneNotifications,
      pruneLiveBookings,
    }),
    queries: {
      notifications: deps.notifications.findMany,
      notificationPages: deps.notifications.pages,
      unreadCounts: deps.notifications.countUnread,
    },
    watches: bindAll(deps, { watchNotifications }),
    operations: deps.operations,
  };
}

export type Application = ReturnType<typeof application>;
