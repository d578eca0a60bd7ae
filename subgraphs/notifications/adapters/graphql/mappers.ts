import type { Notification } from '../../application/ports.ts';

/** What stands behind the types of the schema. */
export type UserMapper = { readonly id: string };
export type NotificationMapper = Notification;
