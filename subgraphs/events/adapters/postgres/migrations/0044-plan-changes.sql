-- How often an event has come to another plan: by this number a map on the plan of now is told from one on a plan before.
-- The number of former plans is not it: an event that comes back to a plan has no more of them than before. 0 where it was
-- not counted yet; then it is at least the number of former plans.
alter table events add column plan_changes int not null default 0;
