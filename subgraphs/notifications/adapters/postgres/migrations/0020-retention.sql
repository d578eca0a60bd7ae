create index notifications_by_age on notifications using brin (created_at);
comment on table recipients is 'kept: a row a user';
comment on table places is 'kept: a row an event';
comment on table notifications is 'pruned by prune-notifications: 400 days after it was written, longer than the bus keeps its fact';
