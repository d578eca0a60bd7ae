import { bindAll } from '@parterre/platform/service/use-case.ts';
import type { Dependencies } from './dependencies.ts';
import { markNotificationRead, pruneNotifications } from './notifications.ts';
import { forgetMailFiles, sendMails } from './send-mails.ts';
import { rememberShow, writeMail } from './write-mail.ts';

/** What the notifications subgraph does. */
export function application(deps: Dependencies) {
  return {
    commands: bindAll(deps, {
      // of a user
      markNotificationRead,
      // on facts
      writeMail,
      rememberShow,
      // as time goes by
      sendMails,
      forgetMailFiles,
      pruneNotifications,
    }),
    queries: {
      notifications: deps.notifications.findMany,
      notificationPages: deps.notifications.pages,
    },
  };
}

export type Application = ReturnType<typeof application>;
