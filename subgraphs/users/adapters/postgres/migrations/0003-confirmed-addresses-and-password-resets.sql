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
