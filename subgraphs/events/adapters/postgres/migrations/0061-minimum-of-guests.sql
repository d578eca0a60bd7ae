-- How many places of an event have to be sold so many hours before its start, or it is cancelled; since when it is decided that
-- it takes place. A slot gets the first two of its series.
alter table events add column minimum_guests int check (minimum_guests >= 1);
alter table events add column minimum_decided_hours_before int check (minimum_decided_hours_before between 1 and 8784);
alter table events add column minimum_reached_at timestamptz;
alter table events add constraint a_minimum_is_decided
  check ((minimum_guests is null) = (minimum_decided_hours_before is null));
alter table event_series add column minimum_guests int check (minimum_guests >= 1);
alter table event_series add column minimum_decided_hours_before int check (minimum_decided_hours_before between 1 and 8784);
alter table event_series add constraint a_minimum_of_slots_is_decided
  check ((minimum_guests is null) = (minimum_decided_hours_before is null));

-- Those that wait to be decided, by the moment at which they are: the job looks every few seconds.
create index minimums_to_decide on events
  (((starts_at at time zone 'UTC') - minimum_decided_hours_before * interval '1 hour'))
  where minimum_guests is not null and minimum_reached_at is null and status = 'ON_SALE';
