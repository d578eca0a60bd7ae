create table artists (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now()
);
create index artists_by_name on artists (lower(name), id);

create table events (
  id uuid primary key,
  organizer_id uuid not null,
  hall_id uuid not null references halls,
  plan_id uuid not null references seating_plans,
  title text not null check (length(title) between 1 and 200),
  status text not null check (status in ('DRAFT', 'ON_SALE', 'CANCELLED')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  currency text not null check (currency in ('EUR', 'USD', 'GBP', 'CHF')),
  hold_seconds int not null check (hold_seconds between 1 and 86400),
  max_seats_per_user int not null check (max_seats_per_user between 1 and 500),
  refund_tiers jsonb not null,
  created_at timestamptz not null default now(),
  check (ends_at > starts_at)
);
create index events_by_start on events (starts_at, id);
create index events_by_organizer on events (organizer_id);

create table event_artists (
  event_id uuid not null references events,
  place int not null,
  artist_id uuid not null references artists,
  primary key (event_id, place),
  unique (event_id, artist_id)
);
create index event_artists_by_artist on event_artists (artist_id);

create table event_prices (
  event_id uuid not null references events,
  price_zone_id uuid not null references price_zones,
  price_minor bigint not null check (price_minor > 0),
  primary key (event_id, price_zone_id)
);
