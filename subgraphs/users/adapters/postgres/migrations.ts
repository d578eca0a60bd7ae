import type { SqlMigration } from '@parterre/platform/postgres/database.ts';
import { textSearchSql } from '@parterre/platform/postgres/text-search.ts';

export const migrations: readonly SqlMigration[] = [
  {
    name: '0001-users',
    up: `
      create table users (
        id uuid primary key,
        -- ASCII only, so that lower() means the same under every collation.
        nickname text not null check (nickname ~ '^[A-Za-z0-9][A-Za-z0-9._-]{1,28}[A-Za-z0-9]$'),
        email text not null check (email = lower(email) and length(email) <= 254 and position('@' in email) > 1),
        password_hash text not null check (password_hash like '$argon2id$%'),
        role text not null check (role in ('USER', 'ORGANIZER', 'ADMIN')),
        blocked_at timestamptz,
        blocked_reason text,
        created_at timestamptz not null,
        check ((blocked_at is null) = (blocked_reason is null))
      );
      create unique index users_nickname on users (lower(nickname));
      create unique index users_email on users (email);
      create index users_administrators on users (id) where role = 'ADMIN';

      -- A session is the family of all refresh tokens that came from one sign-in.
      create table sessions (
        id uuid primary key,
        user_id uuid not null references users (id) on delete cascade,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz
      );
      create index sessions_of_user on sessions (user_id) where ended_at is null;
      create index sessions_by_expiry on sessions (expires_at);

      create table refresh_tokens (
        hash bytea primary key check (length(hash) = 32),
        session_id uuid not null references sessions (id) on delete cascade,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index refresh_tokens_of_session on refresh_tokens (session_id);
      -- Whatever the code does: a session never has two tokens that still work.
      create unique index refresh_tokens_unused on refresh_tokens (session_id) where used_at is null;

      create table failed_sign_ins (
        key text not null,
        failed_at timestamptz not null
      );
      create index failed_sign_ins_of_key on failed_sign_ins (key, failed_at);
      create index failed_sign_ins_by_age on failed_sign_ins (failed_at);
    `,
  },
  {
    name: '0002-endings-addresses-and-organizers',
    up: `
      alter table users add column sessions_ended_at timestamptz;

      -- Whose nickname stands on a bill. Since when exactly is not known of those who organize already.
      alter table users add column organizer_since timestamptz;
      update users set organizer_since = created_at where role <> 'USER';
      alter table users add check (role = 'USER' or organizer_since is not null);

      -- A row lives for an hour. Failures from before this migration come from nowhere in particular.
      alter table failed_sign_ins
        add column address text not null default '' check (length(address) <= 43);
      alter table failed_sign_ins alter column address drop default;

      -- From where somebody has signed in with success, as a hash. A row lives for 30 days after the last time.
      create table sign_in_addresses (
        key text not null,
        address text not null check (length(address) = 43),
        seen_at timestamptz not null,
        primary key (key, address)
      );
      create index sign_in_addresses_by_age on sign_in_addresses (seen_at);
    `,
  },
  {
    name: '0003-confirmed-addresses-and-password-resets',
    up: `
      alter table users add column email_confirmed_at timestamptz;
      -- One account at most has an address for its own: the first one, or where addresses are to be confirmed the one
      -- that has confirmed it. Whoever has an account already got it as the first one.
      alter table users add column owns_email boolean not null default true;
      alter table users add check (email_confirmed_at is null or owns_email);
      drop index users_email;
      create unique index users_email on users (email) where owns_email;

      -- When a session was refreshed last.
      alter table sessions add column seen_at timestamptz;
      update sessions set seen_at = coalesce(
        (select max(created_at) from refresh_tokens where session_id = sessions.id), created_at);
      alter table sessions alter column seen_at set not null;
      -- A token that is used again within the grace gives another one that works beside the first.
      drop index refresh_tokens_unused;
      create index refresh_tokens_unused on refresh_tokens (session_id) where used_at is null;

      -- Tokens from mails, by their hash. A row lives until a password is set by it, and for an hour at most.
      create table password_resets (
        hash bytea primary key check (length(hash) = 32),
        user_id uuid not null references users (id) on delete cascade,
        expires_at timestamptz not null
      );
      create index password_resets_of_user on password_resets (user_id);
      create index password_resets_by_expiry on password_resets (expires_at);

      -- Who wants a mail, to be counted. A row lives for an hour.
      create table mail_requests (
        id bigint generated always as identity primary key,
        purpose text not null check (purpose in ('EMAIL_CONFIRMATION', 'PASSWORD_RESET')),
        -- The address, of which nobody has looked yet whose it is; or the id of the user.
        subject text not null check (length(subject) <= 254),
        requested_at timestamptz not null,
        -- Null while it waits for the job that looks whose it is.
        handled_at timestamptz
      );
      create index mail_requests_of_subject on mail_requests (subject, purpose, requested_at);
      create index mail_requests_waiting on mail_requests (id) where handled_at is null;
      create index mail_requests_by_age on mail_requests (requested_at);
    `,
  },
  {
    name: '0004-texts-as-people-find-them',
    up: `
      ${textSearchSql}
      alter table users
        add column found_by text generated always as (searchable(nickname) || ' ' || searchable(email)) stored;
    `,
  },
  {
    name: '0020-retention',
    up: `
      comment on table users is 'kept: an account is blocked, not deleted';
      comment on table sessions is 'pruned by forget-the-past: when its last refresh token has expired';
      comment on table refresh_tokens is 'pruned by forget-the-past: with its session';
      comment on table failed_sign_ins is 'pruned by forget-the-past: when no limit counts it any more';
      comment on table sign_in_addresses is 'pruned by forget-the-past: 30 days after the last sign-in from there';
      comment on table password_resets is 'pruned by forget-the-past: an hour after the mail';
      comment on table mail_requests is 'pruned by forget-the-past: after an hour';
    `,
  },
  {
    name: '0021-words',
    up: `
      alter table failed_sign_ins rename to failed_logins;
      alter index failed_sign_ins_of_key rename to failed_logins_of_key;
      alter index failed_sign_ins_by_age rename to failed_logins_by_age;
      alter table sign_in_addresses rename to login_addresses;
      alter index sign_in_addresses_by_age rename to login_addresses_by_age;
      comment on table sessions is 'pruned by prune-sessions: when its last refresh token has expired';
      comment on table refresh_tokens is 'pruned by prune-sessions: with its session';
      comment on table failed_logins is 'pruned by prune-sessions: when no limit counts it any more';
      comment on table login_addresses is 'pruned by prune-sessions: 30 days after the last login from there';
      comment on table password_resets is 'pruned by prune-sessions: an hour after the mail';
      comment on table mail_requests is 'pruned by prune-sessions: after an hour';
    `,
  },
];
