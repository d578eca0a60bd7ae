-- Events that were cancelled, and how far their bookings are, as it was published last. While look_until is set, bookings
-- of the event are looked for: a hold that was made before may become a booking afterwards. Events take turns by
-- looked_at, so that none waits for one that cannot come to its end.
create table event_cancellations (
  event_id uuid primary key,
  organizer_id uuid not null,
  reason text not null,
  cancelled_at timestamptz not null,
  look_until timestamptz,
  looked_at timestamptz,
  is_done boolean not null default false,
  total int not null default 0 check (total >= 0),
  refunded int not null default 0 check (refunded >= 0),
  failed int not null default 0 check (failed >= 0),
  check (refunded + failed <= total)
);
create index event_cancellations_open on event_cancellations (looked_at) where look_until is not null;
comment on table event_cancellations is 'kept: a row a cancelled event';

-- When the buyer of a paid booking was told that its event is cancelled; what is paid back counts by these.
alter table bookings add column told_cancelled_at timestamptz;

-- Whether the event's cancellation began the refund, not its buyer.
alter table refunds add column event_cancelled boolean not null default false;

-- Of the last move that said so: until when buyers get everything back, and why it was moved.
alter table event_dates add column refund_until timestamptz;
alter table event_dates add column move_reason text;
