-- The ticket type of a place; null in bookings from before there were any.
alter table booking_items add column ticket_type_id uuid;
alter table tickets add column ticket_type_id uuid;
