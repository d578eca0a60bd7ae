import type { NotificationId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import DataLoader from 'dataloader';
import type { Application } from '../../application/application.ts';
import type { Notification, NotificationPage } from '../../application/ports.ts';

const MAX_BATCH = 500;

/** What one request reads at most once. */
export interface Loaders {
  /** Null where there is none. */
  readonly notification: DataLoader<NotificationId, Notification | null>;
  readonly unread: DataLoader<UserId, number>;
  readonly page: DataLoader<NotificationPage, Notification[], string>;
}

/** What the resolvers of this subgraph know of a request. */
export type Context = RequestContext<Loaders>;

export function createLoaders({ queries }: Application): Loaders {
  const options = { maxBatchSize: MAX_BATCH };
  return {
    notification: new DataLoader(async (ids) => {
      const found = new Map((await queries.notifications(ids)).map((one) => [one.id, one]));
      return ids.map((id) => found.get(id) ?? null);
    }, options),
    unread: new DataLoader(queries.unreadCounts, options),
    page: new DataLoader(queries.notificationPages, {
      ...options,
      cacheKeyFn: (page) => JSON.stringify(page),
    }),
  };
}
