import type { NotificationId } from '@parterre/contracts/kernel/ids.ts';
import DataLoader from 'dataloader';
import type { Notification, NotificationPage, Notifications } from '../../application/ports.ts';

const MAX_BATCH = 500;

export interface Loaders {
  /** Null where there is none. */
  readonly notifications: DataLoader<NotificationId, Notification | null>;
  readonly pages: DataLoader<NotificationPage, Notification[], string>;
}

/** Fresh loaders for one request. */
export function createLoaders(notifications: Notifications): Loaders {
  const options = { maxBatchSize: MAX_BATCH };
  return {
    notifications: new DataLoader(async (ids) => {
      const found = new Map((await notifications.findMany(ids)).map((one) => [one.id, one]));
      return ids.map((id) => found.get(id) ?? null);
    }, options),
    pages: new DataLoader((pages) => notifications.pages(pages), {
      ...options,
      cacheKeyFn: (page) => JSON.stringify(page),
    }),
  };
}
