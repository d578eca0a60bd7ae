import type { SqlMigration } from '../postgres/database.ts';

export const sagaMigrations: readonly SqlMigration[] = [
  {
    name: 'platform-0004-sagas',
    up: `
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
    `,
  },
  {
    name: 'platform-0005-saga-lanes',
    // Timers and everything else are polled by different lanes, so each has an index of its own. How rows
    // end: a saga that is done is deleted after its keeping time (prune-sagas); one that is open or parked never is.
    up: `
      alter table sagas add column faults int not null default 0;
      drop index sagas_due;
      create index sagas_timers on sagas (wake_at) where wake_at is not null and step = 'waiting';
      create index sagas_steps on sagas (wake_at) where wake_at is not null and step <> 'waiting';
      create index sagas_done_by_age on sagas using brin (updated_at) where step = 'done';
    `,
  },
];
