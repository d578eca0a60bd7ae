import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { roles } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Account } from '../../domain/account.ts';

export const UserEntity = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: p.uuid().primary().$type<UserId>(),
    nickname: p.text(),
    email: p.text(),
    emailConfirmedAt: p.datetime().nullable(),
    ownsEmail: p.boolean(),
    passwordHash: p.text(),
    role: p.enum(roles),
    blockedAt: p.datetime().nullable(),
    blockedReason: p.text().nullable(),
    createdAt: p.datetime(),
    sessionsEndedAt: p.datetime().nullable(),
    organizerSince: p.datetime().nullable(),
  },
});

type UserRow = InferEntity<typeof UserEntity>;

export function toAccount(row: UserRow): Account {
  const { id, nickname, email, ownsEmail, passwordHash, role, blockedAt, createdAt } = row;
  return {
    id,
    nickname,
    email,
    emailConfirmedAt: row.emailConfirmedAt ?? null,
    ownsEmail,
    passwordHash,
    role,
    isBlocked: blockedAt != null,
    createdAt,
    sessionsEndedAt: row.sessionsEndedAt ?? null,
    organizerSince: row.organizerSince ?? null,
  };
}
