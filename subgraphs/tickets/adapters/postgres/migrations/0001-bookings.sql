create table bookings (
  id uuid primary key,
  user_id uuid not null,
  event_id uuid not null,
  event_title text not null,
  organizer_id uuid not null,
  starts_at timestamptz not null,
  refund_tiers jsonb not null,
  status text not null check (status in
    ('AWAITING_PAYMENT', 'CONFIRMED', 'EXPIRED', 'CANCELLED', 'PARTIALLY_REFUNDED', 'REFUNDED')),
  cancellation_reason text check (cancellation_reason in
    ('BY_BUYER', 'PAYMENT_DECLINED', 'EVENT_CANCELLED', 'USER_BLOCKED', 'EXPIRED')),
  expires_at timestamptz not null,
  currency text not null check (currency in ('EUR', 'USD', 'GBP', 'CHF')),
  subtotal_minor bigint not null check (subtotal_minor >= 0),
  discount_minor bigint not null check (discount_minor between 0 and subtotal_minor),
  payment_id uuid,
  -- milliseconds, so that a page's cursor can carry it without losing digits
  created_at timestamptz(3) not null,
  -- what ended without tickets says why, what is alive does not
  check (cancellation_reason is not null or status not in ('EXPIRED', 'CANCELLED')),
  check (cancellation_reason is null or status in ('EXPIRED', 'CANCELLED', 'REFUNDED'))
);
create index bookings_of_user on bookings (user_id, created_at desc, id desc);
create index bookings_awaiting_payment on bookings (user_id) where status = 'AWAITING_PAYMENT';
create index bookings_of_event on bookings (event_id);

create table booking_items (
  booking_id uuid not null references bookings,
  position int not null check (position >= 0),
  seat_id uuid,
  section_id uuid not null,
  price_zone_id uuid not null,
  currency text not null,
  price_minor bigint not null check (price_minor >= 0),
  paid_minor bigint not null check (paid_minor between 0 and price_minor),
  primary key (booking_id, position)
);

create table tickets (
  id uuid primary key,
  booking_id uuid not null references bookings,
  event_id uuid not null,
  position int not null check (position >= 0),
  seat_id uuid,
  section_id uuid not null,
  price_zone_id uuid not null,
  currency text not null,
  price_minor bigint not null check (price_minor >= 0),
  paid_minor bigint not null check (paid_minor between 0 and price_minor),
  code text not null unique,
  status text not null check (status in ('VALID', 'REFUNDING', 'REFUNDED')),
  unique (booking_id, position)
);
-- No seat of an event has two live tickets. A ticket that is being refunded is not live any more: its
-- seat may be sold again a moment before the refund is written down.
create unique index one_live_ticket_a_seat on tickets (event_id, seat_id)
  where status = 'VALID' and seat_id is not null;

create table refunds (
  id uuid primary key,
  booking_id uuid not null references bookings,
  status text not null check (status in ('RUNNING', 'DONE', 'DECLINED')),
  cancels_booking boolean not null,
  currency text not null,
  amount_minor bigint not null check (amount_minor >= 0),
  created_at timestamptz not null default now()
);
create index refunds_of_booking on refunds (booking_id);

create table refund_tickets (
  refund_id uuid not null references refunds,
  -- A ticket is refunded once, whoever asks and however often.
  ticket_id uuid primary key references tickets,
  refunded_minor bigint not null check (refunded_minor >= 0)
);
create index refund_tickets_of_refund on refund_tickets (refund_id);
