-- Ticket types: a price is of a zone and a type. Every event that is there has one type.
create table ticket_types (
  id uuid primary key,
  event_id uuid not null references events,
  place int not null check (place >= 0),
  key text not null check (length(key) between 1 and 40),
  label text not null check (length(label) between 1 and 400),
  max_per_booking int check (max_per_booking > 0),
  max_per_event int check (max_per_event > 0),
  needs_id uuid references ticket_types,
  proof text check (length(proof) between 1 and 800),
  unique (event_id, place),
  unique (event_id, key)
);

insert into ticket_types (id, event_id, place, key, label)
select gen_random_uuid(), id, 0, 'standard', 'Standard' from events;

alter table event_prices
  add column ticket_type_id uuid references ticket_types,
  drop constraint event_prices_pkey,
  drop constraint event_prices_price_minor_check,
  add constraint event_prices_price_minor_check check (price_minor >= 0);
update event_prices p set ticket_type_id = t.id from ticket_types t where t.event_id = p.event_id;
alter table event_prices
  alter column ticket_type_id set not null,
  add primary key (event_id, ticket_type_id, price_zone_id);

-- What a place costs for the event's first type.
alter table event_seats
  drop constraint event_seats_price_minor_check,
  add constraint event_seats_price_minor_check check (price_minor >= 0);

-- Only of types that are limited at their event. Which holds still count says their status.
create table held_types (
  booking_id uuid not null references holds on delete cascade,
  ticket_type_id uuid not null references ticket_types,
  quantity int not null check (quantity > 0),
  primary key (booking_id, ticket_type_id)
);
create index held_types_by_type on held_types (ticket_type_id);

comment on table ticket_types is 'kept: what tickets were sold for';
comment on table held_types is 'emptied by the end of its hold: kept while that is kept';
