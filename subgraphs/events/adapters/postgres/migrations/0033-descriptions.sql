-- Plain text of up to 5,000 characters as people count them; null where nothing is said.
alter table events add column description text check (length(description) between 1 and 20000);
alter table event_series add column description text check (length(description) between 1 and 20000);
