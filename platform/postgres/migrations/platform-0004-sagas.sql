create table sagas (
  id uuid primary key,
  type text not null,
  step text not null,
  state jsonb not null,
  version int not null default 1,
  wake_at timestamptz,
  -- the process that runs it now; wake_at is then the end of its lease
  lease_owner text,
  failures int not null default 0,
  parked_at timestamptz,
  parked_cause text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((parked_at is null) = (parked_cause is null)),
  check (parked_at is null or wake_at is null),
  check (lease_owner is null or wake_at is not null)
);
create index sagas_due on sagas (wake_at) where wake_at is not null;
create index sagas_leased on sagas (lease_owner) where lease_owner is not null;
create index sagas_parked on sagas (parked_at) where parked_at is not null;
