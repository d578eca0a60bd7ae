-- Shows with a timetable. A slot is an event, which gets copies of the series' bill, ticket types and prices.
create table event_series (
  id uuid primary key,
  organizer_id uuid not null,
  hall_id uuid not null references halls,
  plan_id uuid not null references seating_plans,
  title text not null check (length(title) between 1 and 800),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  hold_seconds int not null check (hold_seconds between 1 and 86400),
  max_seats_per_user int not null check (max_seats_per_user between 1 and 500),
  refund_tiers jsonb not null,
  refuses_single_seats boolean not null default false,
  created_at timestamptz not null default now()
);

create table series_artists (
  series_id uuid not null references event_series,
  place int not null,
  artist_id uuid not null references artists,
  primary key (series_id, place),
  unique (series_id, artist_id)
);

create table series_ticket_types (
  series_id uuid not null references event_series,
  place int not null check (place >= 0),
  key text not null check (length(key) between 1 and 40),
  label text not null check (length(label) between 1 and 400),
  max_per_booking int check (max_per_booking > 0),
  max_per_event int check (max_per_event > 0),
  needs_key text,
  proof text check (length(proof) between 1 and 800),
  primary key (series_id, place),
  unique (series_id, key)
);

create table series_prices (
  series_id uuid not null references event_series,
  type_key text not null,
  price_zone_id uuid not null references price_zones,
  price_minor bigint not null check (price_minor >= 0),
  primary key (series_id, type_key, price_zone_id)
);

-- What a slot was scheduled for stays when it is moved: by it the same slot is not made a second time.
alter table events
  add column series_id uuid references event_series,
  add column slot_at timestamptz,
  add constraint a_slot_is_of_a_series check ((series_id is null) = (slot_at is null)),
  add constraint no_slot_twice unique (series_id, slot_at);
create index events_by_series on events (series_id, starts_at, id);

comment on table event_series is 'kept: what tickets were sold for';
comment on table series_artists is 'kept: with its series';
comment on table series_ticket_types is 'kept: with its series';
comment on table series_prices is 'kept: with its series';
