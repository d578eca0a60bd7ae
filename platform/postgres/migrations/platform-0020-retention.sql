comment on table outbox is 'emptied by the relay: a row goes as soon as the bus has its fact';
comment on table inbox is 'pruned by prune-inbox: 100 days after it was applied, when the bus has long forgotten the fact';
comment on table dead_letters is 'emptied by hand or by replay: never by age';
comment on table idempotency_keys is 'pruned by prune-idempotency-keys: 30 days after creation, never without an outcome';
comment on table sagas is 'pruned by prune-sagas: 30 days after the end, never while open or parked';
comment on table consumer_groups is 'kept: a row a consumer';
comment on table consumer_positions is 'kept: a row a consumer and topic';
