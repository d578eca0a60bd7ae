create table idempotency_keys (
  user_id text not null,
  operation text not null,
  key text not null check (length(key) between 1 and 200),
  input_hash text not null,
  -- null while the operation is in progress
  outcome json,
  created_at timestamptz not null default now(),
  primary key (user_id, operation, key)
);
create index idempotency_keys_by_age on idempotency_keys using brin (created_at);
