create table recipients (
  user_id uuid primary key,
  email text not null
);

create table places (
  event_id uuid primary key,
  time_zone text not null,
  hall_name text not null,
  venue_name text not null,
  -- Of the fact that said so: the newest one counts, whichever comes last.
  as_of timestamptz not null,
  fact_id uuid not null
);

create table notifications (
  id uuid primary key,
  -- One mail a fact, whatever the code does.
  fact_id uuid not null unique,
  user_id uuid not null,
  -- Null until the user's address is known.
  recipient text,
  kind text not null check (kind in ('USER_REGISTERED', 'BOOKING_CONFIRMED', 'BOOKING_CANCELLED',
    'TICKETS_REFUNDED', 'LOYALTY_LEVEL_CHANGED', 'USER_BLOCKED')),
  subject text not null check (subject <> '' and subject !~ '[\n\r]'),
  body text not null check (body <> ''),
  created_at timestamptz not null,
  read_at timestamptz
);
create index notifications_of_user on notifications (user_id, created_at desc, id desc);
create index notifications_without_recipient on notifications (user_id) where recipient is null;
