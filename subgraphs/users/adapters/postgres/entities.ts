import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Language } from '@parterre/contracts/kernel/language.ts';
import { NICKNAME } from '@parterre/contracts/kernel/nickname.ts';
import type { SessionId } from '../../application/ports.ts';

/** A row of `users`: an account, which is kept for good. */
export const UserRow = defineEntity({
  name: 'UserRow',
  tableName: 'users',
  properties: {
    id: p.uuid().primary().$type<UserId>(),
    nickname: p.text(),
    email: p.text(),
    emailConfirmedAt: p.datetime().nullable(),
    ownsEmail: p.boolean().defaultRaw('true'),
    passwordHash: p.text(),
    role: p.text().$type<Role>(),
    blockedAt: p.datetime().nullable(),
    blockedReason: p.text().nullable(),
    createdAt: p.datetime(),
    sessionsEndedAt: p.datetime().nullable(),
    organizerSince: p.datetime().nullable(),
    language: p.text().$type<Language>().defaultRaw("'EN'"),
    /** What the search looks in; written by PostgreSQL, and read by nobody else. */
    foundBy: p
      .text()
      .nullable()
      .generated("(searchable(nickname) || ' ' || searchable(email)) stored")
      .lazy()
      .hidden(),
  },
  indexes: [{ name: 'users_administrators', properties: ['id'], where: "role = 'ADMIN'" }],
  uniques: [
    {
      name: 'users_nickname',
      expression: 'create unique index users_nickname on users (lower(nickname))',
    },
    { name: 'users_email', properties: ['email'], where: 'owns_email' },
  ],
  checks: [
    { name: 'users_nickname_check', expression: `nickname ~ '${NICKNAME.source}'` },
    {
      name: 'users_email_check',
      expression: "email = lower(email) and length(email) <= 254 and position(('@') in (email)) > 1",
    },
    { name: 'users_password_hash_check', expression: "password_hash ~~ '$argon2id$%'" },
    { name: 'users_role_check', expression: "role in ('USER', 'ORGANIZER', 'ADMIN')" },
    { name: 'users_language_check', expression: "language in ('EN', 'RU')" },
    { name: 'users_check', expression: '(blocked_at is null) = (blocked_reason is null)' },
    { name: 'users_check1', expression: "role = 'USER' or organizer_since is not null" },
    { name: 'users_check2', expression: 'email_confirmed_at is null or owns_email' },
  ],
});

/** A row of `sessions`: the family of all refresh tokens that came from one login. */
export const SessionRow = defineEntity({
  name: 'SessionRow',
  tableName: 'sessions',
  properties: {
    id: p.uuid().primary().$type<SessionId>(),
    user: () =>
      p.manyToOne(UserRow).fieldName('user_id').deleteRule('cascade').foreignKeyName('sessions_user_id_fkey'),
    createdAt: p.datetime(),
    seenAt: p.datetime(),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
  indexes: [
    { name: 'sessions_of_user', properties: ['user'], where: 'ended_at is null' },
    { name: 'sessions_by_expiry', properties: ['expiresAt'] },
  ],
});

/** A row of `refresh_tokens`: a token of a session, by its hash, used or not. */
export const RefreshTokenRow = defineEntity({
  name: 'RefreshTokenRow',
  tableName: 'refresh_tokens',
  properties: {
    hash: p.blob().primary(),
    session: () =>
      p
        .manyToOne(SessionRow)
        .fieldName('session_id')
        .deleteRule('cascade')
        .foreignKeyName('refresh_tokens_session_id_fkey'),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
  indexes: [
    { name: 'refresh_tokens_of_session', properties: ['session'] },
    { name: 'refresh_tokens_unused', properties: ['session'], where: 'used_at is null' },
  ],
  checks: [{ name: 'refresh_tokens_hash_check', expression: 'length(hash) = 32' }],
});

/** A row of `failed_logins`: a wrong password, for an hour. */
export const FailedLoginRow = defineEntity({
  name: 'FailedLoginRow',
  tableName: 'failed_logins',
  properties: {
    id: p.bigint().primary().generated('identity'),
    key: p.text(),
    address: p.text(),
    failedAt: p.datetime(),
  },
  indexes: [
    { name: 'failed_logins_of_key', properties: ['key', 'failedAt'] },
    { name: 'failed_logins_by_age', properties: ['failedAt'] },
  ],
  checks: [{ name: 'failed_logins_address_check', expression: 'length(address) <= 43' }],
});

/** A row of `login_addresses`: from where somebody has logged in, as a hash, for 30 days after the last time. */
export const LoginAddressRow = defineEntity({
  name: 'LoginAddressRow',
  tableName: 'login_addresses',
  properties: { key: p.text().primary(), address: p.text().primary(), seenAt: p.datetime() },
  indexes: [{ name: 'login_addresses_by_age', properties: ['seenAt'] }],
  checks: [{ name: 'login_addresses_address_check', expression: 'length(address) = 43' }],
});

/** A row of `password_resets`: a token from a mail, by its hash, until a password is set by it or an hour has gone. */
export const PasswordResetRow = defineEntity({
  name: 'PasswordResetRow',
  tableName: 'password_resets',
  properties: {
    hash: p.blob().primary(),
    user: () =>
      p
        .manyToOne(UserRow)
        .fieldName('user_id')
        .deleteRule('cascade')
        .foreignKeyName('password_resets_user_id_fkey'),
    expiresAt: p.datetime(),
  },
  indexes: [
    { name: 'password_resets_of_user', properties: ['user'] },
    { name: 'password_resets_by_expiry', properties: ['expiresAt'] },
  ],
  checks: [{ name: 'password_resets_hash_check', expression: 'length(hash) = 32' }],
});

/** A row of `mail_requests`: somebody wants a mail; counted for an hour. */
export const MailRequestRow = defineEntity({
  name: 'MailRequestRow',
  tableName: 'mail_requests',
  properties: {
    id: p.bigint().primary().generated('identity'),
    purpose: p.text().$type<'EMAIL_CONFIRMATION' | 'PASSWORD_RESET'>(),
    /** The address, of which nobody has looked yet whose it is; or the id of the user. */
    subject: p.text(),
    requestedAt: p.datetime(),
    /** Null while it waits for the job that looks whose it is. */
    handledAt: p.datetime().nullable(),
  },
  indexes: [
    { name: 'mail_requests_of_subject', properties: ['subject', 'purpose', 'requestedAt'] },
    { name: 'mail_requests_waiting', properties: ['id'], where: 'handled_at is null' },
    { name: 'mail_requests_by_age', properties: ['requestedAt'] },
  ],
  checks: [
    {
      name: 'mail_requests_purpose_check',
      expression: "purpose in ('EMAIL_CONFIRMATION', 'PASSWORD_RESET')",
    },
    { name: 'mail_requests_subject_check', expression: 'length(subject) <= 254' },
  ],
});

export const entities = [
  UserRow,
  SessionRow,
  RefreshTokenRow,
  FailedLoginRow,
  LoginAddressRow,
  PasswordResetRow,
  MailRequestRow,
];
