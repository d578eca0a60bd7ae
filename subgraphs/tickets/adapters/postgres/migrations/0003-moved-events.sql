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
