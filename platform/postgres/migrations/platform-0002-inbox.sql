create table inbox (
  consumer text not null,
  fact_id uuid not null,
  applied_at timestamptz not null default now(),
  primary key (consumer, fact_id)
);
create index inbox_by_age on inbox using brin (applied_at);

create table dead_letters (
  id bigint generated always as identity primary key,
  consumer text not null,
  key text not null,
  fact_id uuid not null,
  fact json not null,
  position text not null,
  -- FAILED: tried and refused, with its cause. WAITING: behind a failed one of the same key.
  status text not null check (status in ('FAILED', 'WAITING')),
  cause text,
  attempts int not null default 0,
  created_at timestamptz not null default now(),
  unique (consumer, fact_id),
  check ((status = 'FAILED') = (cause is not null))
);
create index dead_letters_by_key on dead_letters (consumer, key, id);
