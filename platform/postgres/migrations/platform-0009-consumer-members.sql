-- Unlogged: PostgreSQL empties it when it recovers from a crash, and so tells a member that lived through one
-- that commits of its own may be gone.
create unlogged table consumer_members (
  group_name text primary key,
  -- the one that took over last
  member uuid not null
);
comment on table consumer_members is 'emptied by a crash of the database server: otherwise a row a consumer';
