import type { SqlMigration } from '@parterre/platform/postgres/database.ts';
import { textSearchSql } from '@parterre/platform/postgres/text-search.ts';

/** The events subgraph's tables. Names order them; never edited once released. */
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
    name: '0004-lengths-as-people-count',
    up: `
      -- Characters are counted as people count them before they come here (platform/kernel/text.ts), and PostgreSQL
      -- counts code points, of which one such character has 4 on the average at most.
      alter table venues
        drop constraint venues_name_check, add check (length(name) between 1 and 800),
        drop constraint venues_address_check, add check (length(address) between 1 and 1200),
        drop constraint venues_city_check, add check (length(city) between 1 and 400);
      alter table halls drop constraint halls_name_check, add check (length(name) between 1 and 800);
      alter table artists drop constraint artists_name_check, add check (length(name) between 1 and 800);
      alter table events drop constraint events_title_check, add check (length(title) between 1 and 800);
    `,
  },
  {
    name: '0005-plan-geometry',
    // Made when the plan is imported, from parts that never change; null in plans from before until it is asked for.
    // A seat's row says its section, and that its plan: checking these once more for each of 50,000 seats is half of
    // what an import costs. The tables of plans are kept for good: tickets name their seats.
    up: `
      alter table seating_plans add column geometry text;
      alter table seats drop constraint seats_plan_id_fkey, drop constraint seats_section_id_fkey;
    `,
  },
  {
    name: '0006-texts-as-people-find-them',
    up: `
      ${textSearchSql}
      -- As platform/kernel/text.ts writes texts from now on: composed, with plain single spaces.
      create function tidy(value text) returns text language sql immutable strict
        return trim(regexp_replace(normalize(value, NFC), '[\u0020\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+', ' ', 'g'));
      update venues set name = tidy(name), address = tidy(address), city = tidy(city)
        where (name, address, city) is distinct from (tidy(name), tidy(address), tidy(city));
      update artists set name = tidy(name) where name <> tidy(name);
      update events set title = tidy(title) where title <> tidy(title);
      -- Two halls of one venue whose names differ in nothing else keep them.
      update halls h set name = tidy(name) where name <> tidy(name) and not exists (
        select from halls other
        where other.venue_id = h.venue_id and other.id <> h.id and tidy(other.name) = tidy(h.name));
      drop function tidy(text);

      alter table venues
        add column found_by text generated always as (searchable(name) || ' ' || searchable(city)) stored,
        add column city_form text generated always as (search_form(city)) stored;
      alter table artists add column found_by text generated always as (searchable(name)) stored;
      alter table events add column found_by text generated always as (searchable(title)) stored;

      drop index venues_by_name;
      create index venues_by_name on venues (name collate people, id);
      drop index artists_by_name;
      create index artists_by_name on artists (name collate people, id);
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
  {
    name: '0021-words',
    up: 'alter table holds rename column wish to requested',
  },
];
