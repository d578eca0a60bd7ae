import type { SqlMigration } from '@parterre/platform/postgres/database.ts';

/** The tables of the tickets subgraph. Money is whole minor units beside its currency. */
export const ticketsMigrations: readonly SqlMigration[] = [
  {
    name: '0001-bookings',
    up: `
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
    `,
  },
  {
    name: '0002-blocked-users',
    up: `
      create table blocked_users (
        user_id uuid primary key,
        blocked_at timestamptz not null default now()
      );

      create function blocking_lock(the_user uuid) returns bigint language sql immutable
        return hashtextextended('blocking of ' || the_user::text, 0);

      -- Waits for whoever is just blocking this user, and looks then. It is a function because a statement
      -- sees the rows of the moment when it began, so one that locks and looks would miss what it waited
      -- for; in a volatile function each statement begins anew.
      create function is_blocked(the_user uuid) returns boolean language plpgsql volatile as $$
        begin
          perform pg_advisory_xact_lock_shared(blocking_lock(the_user));
          return exists (select from blocked_users where user_id = the_user);
        end
      $$;
    `,
  },
  {
    name: '0003-moved-events',
    up: `
      -- When events begin, by the facts about them. Kept for good: tickets of past events name theirs. While
      -- tell_until is set, bookings of the event are looked through for buyers who have not been told of a move.
      create table event_dates (
        event_id uuid primary key,
        starts_at timestamptz not null,
        as_of timestamptz not null,
        tell_until timestamptz
      );
      create index event_dates_to_tell on event_dates (tell_until) where tell_until is not null;

      -- starts_at is what the buyer agreed to; this is what the buyer was last told.
      alter table bookings add column told_starts_at timestamptz;
      update bookings set told_starts_at = starts_at;
      alter table bookings alter column told_starts_at set not null;
    `,
  },
  {
    name: '0020-retention',
    up: `
      comment on table bookings is 'kept: an agreement with a buyer';
      comment on table booking_items is 'kept: an agreement with a buyer';
      comment on table tickets is 'kept: an agreement with a buyer';
      comment on table refunds is 'kept: an agreement with a buyer';
      comment on table refund_tickets is 'kept: an agreement with a buyer';
      comment on table blocked_users is 'emptied by unblocking: kept while the user is blocked';
      comment on table event_dates is 'kept: a row an event';
    `,
  },
  {
    name: '0021-words',
    // Sagas that are under way are read by the words of today.
    up: `
      update sagas set state = jsonb_set(state - 'cancelWish', '{cancelReason}', state -> 'cancelWish')
        where jsonb_exists(state, 'cancelWish');
      update sagas set state = jsonb_set(state, '{phase,name}', '"compensating"')
        where state #>> '{phase,name}' = 'undoing';
    `,
  },
];
