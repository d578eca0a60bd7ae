-- A user's bookings of some statuses, page by page: one short walk for each status, however many others there are.
create index bookings_of_user_by_status on bookings (user_id, status, created_at, id);
