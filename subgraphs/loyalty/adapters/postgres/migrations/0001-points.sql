-- The tables of the loyalty subgraph, with what the database itself refuses.

create table accounts (
  user_id uuid primary key,
  points int not null default 0 constraint points_never_below_zero check (points >= 0),
  reserved_points int not null default 0
    constraint reserved_points_are_there check (reserved_points between 0 and points),
  owed_points int not null default 0 constraint owed_points_never_below_zero check (owed_points >= 0),
  level text not null default 'BRONZE' check (level in ('BRONZE', 'SILVER', 'GOLD', 'PLATINUM')),
  -- when the oldest points leave the window that the level is counted in
  review_at timestamptz,
  frozen_at timestamptz,
  opened_at timestamptz not null
) with (fillfactor = 70);

create index accounts_to_review on accounts (review_at) where review_at is not null;

create table operations (
  id uuid primary key,
  user_id uuid not null references accounts (user_id),
  kind text not null check (kind in ('EARNED', 'REVERSED', 'SPENT', 'RETURNED')),
  points int not null check (points <> 0 and (points > 0) = (kind in ('EARNED', 'RETURNED'))),
  booking_id uuid not null,
  created_at timestamptz not null
);

create unique index operations_earned_once on operations (booking_id) where kind = 'EARNED';
create unique index operations_spent_once on operations (booking_id) where kind = 'SPENT';
create index operations_history on operations (user_id, id desc);

create function refuse_to_rewrite_history() returns trigger language plpgsql as $$
begin
  raise exception 'operations are only ever added: % is refused', tg_op using errcode = 'restrict_violation';
end $$;

create trigger operations_never_change before update or delete or truncate on operations
  for each statement execute function refuse_to_rewrite_history();

-- What each confirmed booking earned. taken_back counts what its refunds were due, owed what of that was
-- already spent and is still to come.
create table earnings (
  booking_id uuid primary key,
  user_id uuid not null references accounts (user_id),
  paid_minor bigint not null check (paid_minor >= 0),
  refunded_minor bigint not null default 0 check (refunded_minor >= 0),
  points int not null check (points >= 0),
  taken_back int not null default 0 constraint taken_back_at_most_what_was_earned check (taken_back between 0 and points),
  owed int not null default 0 check (owed between 0 and taken_back),
  earned_at timestamptz not null
);

create index earnings_by_age on earnings (user_id, earned_at);
create index earnings_owing on earnings (user_id) where owed > 0;

create table counted_refunds (
  refund_id uuid primary key,
  booking_id uuid not null,
  counted_at timestamptz not null
);

create table reservations (
  booking_id uuid primary key,
  user_id uuid not null references accounts (user_id),
  state text not null check (state in ('RESERVED', 'COMMITTED', 'RELEASED')),
  -- null, all of them together: a tombstone, released before it was reserved
  points int check (points >= 0),
  subtotal_minor bigint,
  discount_minor bigint check (discount_minor between 0 and subtotal_minor),
  currency text,
  promo_code text,
  refunded_minor bigint not null default 0 check (refunded_minor >= 0),
  returned_points int not null default 0,
  created_at timestamptz not null,
  check (num_nulls(points, subtotal_minor, discount_minor, currency) in (0, 4)),
  check (points is not null or state = 'RELEASED'),
  constraint returned_at_most_what_was_spent
    check (returned_points between 0 and case when state = 'COMMITTED' then points else 0 end)
);
