-- fillfactor 70 and no index on anything that changes: an update of a seat stays on its page (HOT) and
-- touches no index. A booking's seats are found through its row in holds, by primary key. holds has no
-- foreign key to events: checking it would lock the event's one row in every hold.
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
