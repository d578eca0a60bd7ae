import type { SqlMigration } from '../postgres/database.ts';

export const inboxMigrations: readonly SqlMigration[] = [
  {
    name: 'platform-0002-inbox',
    up: `
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
    `,
  },
  {
    name: 'platform-0006-dead-letter-retries',
    // How rows end: inbox rows are pruned after their keeping time (prune-inbox); a dead letter is deleted when
    // its fact is applied or a person drops it, never by age.
    up: `
      -- when the letter is tried again by itself; null once only a person can help
      alter table dead_letters add column retry_at timestamptz;
      create index dead_letters_to_retry on dead_letters (retry_at) where retry_at is not null;
    `,
  },
  {
    name: 'platform-0007-consumer-positions',
    // How rows end: a row a consumer and topic, kept for good.
    up: `
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
    `,
  },
  {
    name: 'platform-0008-replayable-consumers',
    up: `
      -- what its code says of it (FactConsumer.isReplayable), for whoever thinks of rewinding it
      alter table consumer_groups add column is_replayable boolean not null default false;
    `,
  },
  {
    name: 'platform-0009-consumer-members',
    up: `
      -- Unlogged: PostgreSQL empties it when it recovers from a crash, and so tells a member that lived through one
      -- that commits of its own may be gone.
      create unlogged table consumer_members (
        group_name text primary key,
        -- the one that took over last
        member uuid not null
      );
      comment on table consumer_members is 'emptied by a crash of the database server: otherwise a row a consumer';
    `,
  },
];
