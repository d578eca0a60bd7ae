-- An organizer's series from the newest on, page by page.
create index series_of_organizer on event_series (organizer_id, id);
