-- How many guests the event needs and did not have when that was decided; null where its organizer cancelled it.
alter table event_cancellations add column minimum_guests int check (minimum_guests >= 1);
