import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import type { NotificationId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Notification } from '../../application/ports.ts';
import { mailKinds } from '../../domain/mail.ts';

export const NotificationEntity = defineEntity({
  name: 'Notification',
  tableName: 'notifications',
  properties: {
    id: p.uuid().primary().$type<NotificationId>(),
    factId: p.uuid(),
    userId: p.uuid().$type<UserId>(),
    recipient: p.text().nullable(),
    kind: p.enum(mailKinds),
    subject: p.text(),
    body: p.text(),
    createdAt: p.datetime(),
    readAt: p.datetime().nullable(),
  },
});

export function toNotification(row: InferEntity<typeof NotificationEntity>): Notification {
  const { id, userId, kind, subject, body, createdAt, readAt } = row;
  return { id, userId, kind, subject, body, createdAt, readAt: readAt ?? null };
}
