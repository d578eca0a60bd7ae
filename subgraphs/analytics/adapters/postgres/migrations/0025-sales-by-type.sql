-- The venue's zone: days and months are counted as people there count them. UTC until all is summed up anew.
alter table events add column time_zone text not null default 'UTC';

-- What the ticket types and price zones of an event are called. One that is gone keeps its name: tickets were sold by it.
create table labels (
  event_id uuid not null references events (event_id) on delete cascade,
  id uuid not null,
  label text not null,
  place int not null,
  -- Of the fact that said so: the newest one counts, whichever comes last.
  as_of timestamptz not null,
  fact_id uuid not null,
  primary key (event_id, id)
);

-- By quarters of an hour, because time zones differ by whole ones: a day begins with one everywhere.
create table sales_by_type (
  event_id uuid not null,
  quarter timestamptz not null check (mod(extract(epoch from quarter), 900) = 0),
  currency text not null,
  -- The nil UUID for tickets from before there were types: a key has no nulls.
  ticket_type_id uuid not null,
  price_zone_id uuid not null,
  sold int not null,
  refunded int not null,
  revenue bigint not null,
  primary key (event_id, quarter, currency, ticket_type_id, price_zone_id)
) with (fillfactor = 70);

-- A zone of a fact that this PostgreSQL does not know must not keep others from their answer.
create function known_zone(zone text) returns text language plpgsql stable as $$
begin
  perform date_trunc('day', now(), zone);
  return zone;
exception when invalid_parameter_value then
  return 'UTC';
end
$$;

comment on table labels is 'kept: made anew from kept_facts';
comment on table sales_by_type is 'kept: sums, made anew from kept_facts';
