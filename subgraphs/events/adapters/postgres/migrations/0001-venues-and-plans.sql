create table venues (
  id uuid primary key,
  organizer_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  address text not null check (length(address) between 1 and 300),
  city text not null check (length(city) between 1 and 100),
  time_zone text not null,
  created_at timestamptz not null default now()
);
create index venues_by_name on venues (lower(name), id);
create index venues_by_organizer on venues (organizer_id);

create table halls (
  id uuid primary key,
  venue_id uuid not null references venues,
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now(),
  constraint halls_name_taken unique (venue_id, name)
);

create table seating_plans (
  id uuid primary key,
  hall_id uuid not null references halls,
  version int not null check (version > 0),
  name text not null,
  stage_x double precision,
  stage_y double precision,
  seat_count int not null check (seat_count between 0 and 50000),
  standing_capacity int not null check (standing_capacity between 0 and 1000000),
  created_at timestamptz not null default now(),
  unique (hall_id, version),
  check ((stage_x is null) = (stage_y is null)),
  check (seat_count + standing_capacity > 0)
);

create table price_zones (
  id uuid primary key,
  plan_id uuid not null references seating_plans,
  place int not null,
  key text not null,
  label text not null,
  color text not null check (color ~ '^#[0-9A-F]{6}$'),
  unique (plan_id, key),
  unique (plan_id, place)
);

create table sections (
  id uuid primary key,
  plan_id uuid not null references seating_plans,
  place int not null,
  label text not null,
  kind text not null check (kind in ('SEATED', 'STANDING')),
  outline jsonb not null,
  capacity int check (capacity > 0),
  price_zone_id uuid references price_zones,
  first_seat_index int not null check (first_seat_index >= 0),
  seat_count int not null check (seat_count >= 0),
  unique (plan_id, place),
  check ((kind = 'STANDING') = (capacity is not null)),
  check ((kind = 'STANDING') = (price_zone_id is not null)),
  check (kind = 'SEATED' or seat_count = 0)
);

create table plan_rows (
  id uuid primary key,
  section_id uuid not null references sections,
  place int not null,
  label text not null,
  unique (section_id, place)
);

create table seats (
  id uuid primary key,
  plan_id uuid not null references seating_plans,
  seat_index int not null check (seat_index >= 0),
  section_id uuid not null references sections,
  row_id uuid not null references plan_rows,
  price_zone_id uuid not null references price_zones,
  label text not null,
  x double precision not null,
  y double precision not null,
  is_accessible boolean not null,
  unique (plan_id, seat_index)
);
create index seats_by_row on seats (row_id, seat_index);
