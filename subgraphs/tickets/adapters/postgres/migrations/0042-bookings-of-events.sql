-- What those who run an event look at: its bookings from the newest on, page by page, and whom it expects.
create index bookings_of_event_by_age on bookings (event_id, created_at, id);
drop index bookings_of_event;
alter index bookings_of_event_by_age rename to bookings_of_event;
create index attendees_of_event on tickets (event_id, id) where status = 'VALID';
