import type { SqlMigration } from '@parterre/platform/postgres/database.ts';

/** The events room's tables. Names order them; never edited once released. */
export const migrations: readonly SqlMigration[] = [
  {
    name: '0001-venues-and-plans',
    up: `
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
    `,
  },
  {
    name: '0002-artists-and-events',
    up: `
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
    `,
  },
  {
    name: '0003-places-and-holds',
    // fillfactor 70 and no index on anything that changes: an update of a seat stays on its page (HOT) and
    // touches no index. A booking's seats are found through its row in holds, by primary key. holds has no
    // foreign key to events: checking it would lock the event's one row in every hold.
    up: `
      create table event_seats (
        event_id uuid not null references events,
        seat_id uuid not null references seats,
        seat_index int not null check (seat_index >= 0),
        price_minor bigint not null check (price_minor > 0),
        state "char" not null default 'F' check (state in ('F', 'H', 'S', 'B')),
        version int not null default 0 check (version >= 0),
        booking_id uuid,
        held_until timestamptz,
        primary key (event_id, seat_id),
        unique (event_id, seat_index),
        constraint taken_seats_have_a_booking check ((state in ('H', 'S')) = (booking_id is not null)),
        constraint only_holds_expire check ((state = 'H') = (held_until is not null))
      ) with (fillfactor = 70);

      create table standing_shards (
        event_id uuid not null references events,
        section_id uuid not null references sections,
        shard smallint not null check (shard >= 0),
        capacity int not null check (capacity > 0),
        taken int not null default 0,
        version int not null default 0 check (version >= 0),
        primary key (event_id, section_id, shard),
        constraint never_over_capacity check (taken between 0 and capacity)
      ) with (fillfactor = 50);

      create table holds (
        booking_id uuid primary key,
        event_id uuid,
        user_id uuid,
        status text not null check (status in ('HELD', 'SOLD', 'RELEASED', 'EXPIRED', 'FORBIDDEN')),
        expires_at timestamptz,
        seat_ids uuid[] not null default '{}',
        places int not null default 0 check (places >= 0),
        wish jsonb,
        answer jsonb,
        created_at timestamptz not null default clock_timestamp(),
        constraint only_a_tombstone_is_of_nothing check (
          (status = 'FORBIDDEN') = (event_id is null)
          and (status = 'FORBIDDEN') = (user_id is null)
          and (status = 'FORBIDDEN') = (expires_at is null)
          and (status = 'FORBIDDEN') = (wish is null)
          and (status = 'FORBIDDEN') = (answer is null)
        ),
        constraint what_is_held_has_places check (status not in ('HELD', 'SOLD') or places > 0)
      );
      create index open_holds_of_a_buyer on holds (user_id, event_id) where status = 'HELD';
      create index open_holds_by_expiry on holds (expires_at) where status = 'HELD';

      create table standing_holds (
        booking_id uuid not null references holds,
        event_id uuid not null,
        section_id uuid not null,
        shard smallint not null,
        quantity int not null check (quantity > 0),
        primary key (booking_id, section_id, shard),
        foreign key (event_id, section_id, shard) references standing_shards
      );
      create index standing_holds_by_section on standing_holds (event_id, section_id);

      create table releases (
        request_id uuid primary key,
        booking_id uuid not null,
        answer text not null check (answer in ('RELEASED', 'HOLD_NOT_FOUND', 'NOTHING_TO_RELEASE')),
        created_at timestamptz not null default now()
      );
    `,
  },
  {
    name: '0020-retention',
    up: `
      create index ended_holds_by_age on holds (created_at) where status in ('RELEASED', 'EXPIRED', 'FORBIDDEN');
      create index releases_by_age on releases using brin (created_at);
      comment on table venues is 'kept: what tickets were sold for';
      comment on table halls is 'kept: what tickets were sold for';
      comment on table seating_plans is 'kept: what tickets were sold for';
      comment on table price_zones is 'kept: what tickets were sold for';
      comment on table sections is 'kept: what tickets were sold for';
      comment on table plan_rows is 'kept: what tickets were sold for';
      comment on table seats is 'kept: what tickets were sold for';
      comment on table artists is 'kept: what tickets were sold for';
      comment on table events is 'kept: what tickets were sold for';
      comment on table event_artists is 'kept: what tickets were sold for';
      comment on table event_prices is 'kept: what tickets were sold for';
      comment on table event_seats is 'kept: what tickets were sold for';
      comment on table standing_shards is 'kept: what tickets were sold for';
      comment on table holds is 'pruned by prune-holds: released and expired ones 30 days after they were made, tombstones after 400; never while held or sold';
      comment on table standing_holds is 'emptied by the end of the hold: kept while it is held or sold';
      comment on table releases is 'pruned by prune-holds: 400 days after the request, longer than any refund is asked again';
    `,
  },
];
