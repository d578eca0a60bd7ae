-- How rows end: a row a consumer and topic, kept for good.
create table consumer_groups (
  name text primary key,
  -- counts up whenever a member takes over or a person rewinds it; only the latest may store
  generation bigint not null default 1
);
create table consumer_positions (
  group_name text not null references consumer_groups,
  topic text not null,
  -- as the bus writes it: opaque here
  position text not null,
  stored_at timestamptz not null default now(),
  primary key (group_name, topic)
) with (fillfactor = 50);
