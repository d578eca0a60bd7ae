-- An organizer's events from the latest show on, page by page.
create index events_of_organizer_by_start on events (organizer_id, starts_at, event_id);
drop index events_of_organizer;
alter index events_of_organizer_by_start rename to events_of_organizer;
