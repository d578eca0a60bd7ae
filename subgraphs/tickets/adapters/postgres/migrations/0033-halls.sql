-- What halls are called, by the facts about events, as the newest one says. Bookings and events name them.
create table halls (
  hall_id uuid primary key,
  hall_name text not null,
  venue_name text not null,
  time_zone text not null,
  as_of timestamptz not null
);
comment on table halls is 'kept: a row a hall';

-- hall_id is what the buyer agreed to; told_hall_id is what the buyer was last told. Null: booked before these were remembered,
-- in the first hall that was heard of.
alter table bookings
  add column hall_id uuid,
  add column told_hall_id uuid;

-- The hall that the event is in, and the first one that was heard of; null until something is heard of it again. Tickets of one
-- that was moved into another hall, ever, may name places of a hall that it is not in.
alter table event_dates
  add column hall_id uuid,
  add column first_hall_id uuid,
  add column changed_hall boolean not null default false;
