-- Promo codes, who has used them, and what each place of a booking has of its discount.

create table promo_codes (
  id uuid primary key,
  code text not null,
  -- what the code is found by: without case, in compatible form
  code_key text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- one of these, the others null
  percent_off int check (percent_off between 1 and 100),
  amount_off_minor bigint check (amount_off_minor > 0),
  fixed_price_minor bigint check (fixed_price_minor >= 0),
  valid_from timestamptz,
  valid_until timestamptz,
  -- empty: not limited. An identifier may be that of whatever an event can be told by.
  event_ids uuid[] not null default '{}',
  price_zone_ids uuid[] not null default '{}',
  minimum_total_minor bigint check (minimum_total_minor >= 0),
  minimum_level text check (minimum_level in ('BRONZE', 'SILVER', 'GOLD', 'PLATINUM')),
  first_booking_only boolean not null,
  max_uses int check (max_uses > 0),
  max_uses_per_user int check (max_uses_per_user > 0),
  budget_minor bigint check (budget_minor > 0),
  created_by uuid not null,
  -- whose events alone it holds for; null: those of everybody
  organizer_id uuid,
  created_at timestamptz not null,
  deactivated_at timestamptz,
  -- the sums of promo_uses, kept here so that whoever locks the code sees what is left of it
  uses int not null default 0 constraint promo_uses_within_their_limit
    check (uses >= 0 and (max_uses is null or uses <= max_uses)),
  discounted_minor bigint not null default 0 constraint promo_discount_within_its_budget
    check (discounted_minor >= 0 and (budget_minor is null or discounted_minor <= budget_minor)),
  constraint promo_codes_have_one_effect check (num_nonnulls(percent_off, amount_off_minor, fixed_price_minor) = 1),
  constraint promo_codes_window check (valid_from < valid_until)
) with (fillfactor = 70);
comment on table promo_codes is 'kept: bookings name them';

create unique index promo_codes_in_use on promo_codes (code_key) where deactivated_at is null;
create index promo_codes_by_key on promo_codes (code_key, deactivated_at);
create index promo_codes_of_creator on promo_codes (created_by, id);

-- A booking that has a code: from its reservation until it is released or refunded wholly.
create table promo_uses (
  booking_id uuid primary key references reservations (booking_id),
  promo_code_id uuid not null references promo_codes (id),
  user_id uuid not null references accounts (user_id),
  discount_minor bigint not null check (discount_minor > 0),
  -- of it, what fell to tickets that were refunded since
  refunded_minor bigint not null default 0 constraint promo_uses_refunded_minor_check
    check (refunded_minor >= 0 and refunded_minor <= discount_minor),
  is_held boolean not null default true
);
comment on table promo_uses is 'kept: the books';

create index promo_uses_held on promo_uses (promo_code_id, user_id) where is_held;

-- What each place costs and has of the discount; null: the places were not named.
alter table reservations
  add column places jsonb,
  -- of refunded_minor, what points had paid
  add column refunded_points_minor bigint not null default 0
    constraint refunded_points_within_what_was_refunded check (refunded_points_minor between 0 and refunded_minor);
create index reservations_of_user on reservations (user_id);

-- Whether all tickets of the booking were given back: then it is no booking that stands.
alter table earnings add column is_refunded boolean not null default false;
update earnings set is_refunded = true where paid_minor > 0 and refunded_minor >= paid_minor;
