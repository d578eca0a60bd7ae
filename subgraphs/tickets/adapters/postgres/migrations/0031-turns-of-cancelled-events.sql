-- Events take turns by tell_at and by refund_at, when they are due for either (null: at once), instead of by one time for
-- both: nobody who is to be told waits for the refunds of others.
drop index event_cancellations_open;
alter table event_cancellations
  add column tell_at timestamptz,
  add column refund_at timestamptz,
  drop column looked_at;
create index event_cancellations_open on event_cancellations (event_id) where look_until is not null;

-- The bookings of a cancelled event on which something is still to be done, in their order.
create index bookings_alive_of_event on bookings (event_id, id)
  where status in ('AWAITING_PAYMENT', 'CONFIRMED', 'PARTIALLY_REFUNDED');
