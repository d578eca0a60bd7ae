-- Every fact that counts, as it came: what all the rest can be made of again.
create table kept_facts (
  position bigint generated always as identity primary key,
  id uuid not null unique,
  fact jsonb not null
);

create table events (
  event_id uuid primary key,
  organizer_id uuid not null,
  starts_at timestamptz not null,
  capacity int not null check (capacity >= 0),
  currency text not null,
  -- Of the fact that said so: the newest one counts, whichever comes last.
  as_of timestamptz not null,
  fact_id uuid not null
);
create index events_of_organizer on events (organizer_id, starts_at);

create table event_artists (
  event_id uuid not null references events (event_id) on delete cascade,
  artist_id uuid not null,
  primary key (event_id, artist_id)
);
create index events_of_artist on event_artists (artist_id);

-- No reference to events: a sale may arrive before its event.
create table sales (
  event_id uuid not null,
  hour timestamptz not null check (hour = date_trunc('hour', hour, 'UTC')),
  currency text not null,
  sold int not null,
  refunded int not null,
  revenue bigint not null,
  primary key (event_id, hour, currency)
) with (fillfactor = 70);
create index sales_by_hour on sales (hour);

create table rules (
  only_row boolean primary key default true check (only_row),
  version int not null
);
