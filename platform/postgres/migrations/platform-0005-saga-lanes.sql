-- Timers and everything else are polled by different lanes, so each has an index of its own. How rows
-- end: a saga that is done is deleted after its keeping time (prune-sagas); one that is open or parked never is.
alter table sagas add column faults int not null default 0;
drop index sagas_due;
create index sagas_timers on sagas (wake_at) where wake_at is not null and step = 'waiting';
create index sagas_steps on sagas (wake_at) where wake_at is not null and step <> 'waiting';
create index sagas_done_by_age on sagas using brin (updated_at) where step = 'done';
