-- what its code says of it (FactConsumer.isReplayable), for whoever thinks of rewinding it
alter table consumer_groups add column is_replayable boolean not null default false;
