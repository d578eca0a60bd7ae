-- json, not jsonb: the envelope is only carried, never searched, and keeps its order of fields.
-- Rows live for milliseconds; without early vacuuming the relay would wade through dead ones.
create table outbox (
  id bigint generated always as identity primary key,
  fact json not null,
  created_at timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)
