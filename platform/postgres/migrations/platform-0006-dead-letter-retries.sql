-- How rows end: inbox rows are pruned after their keeping time (prune-inbox); a dead letter is deleted when
-- its fact is applied or a person drops it, never by age.
-- when the letter is tried again by itself; null once only a person can help
alter table dead_letters add column retry_at timestamptz;
create index dead_letters_to_retry on dead_letters (retry_at) where retry_at is not null;
