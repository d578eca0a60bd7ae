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
