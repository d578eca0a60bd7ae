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
