-- The time of the last fact about an event as a whole. Readers take the newest for what holds, and the clocks of two servers
-- differ: a change may not be told as older than the one before it.
alter table events add column told_at timestamptz;
