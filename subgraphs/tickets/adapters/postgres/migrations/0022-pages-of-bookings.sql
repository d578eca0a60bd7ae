-- Ascending, as MikroORM can compare it; a page from the newest on is the same walk the other way round.
create index bookings_of_user_ascending on bookings (user_id, created_at, id);
drop index bookings_of_user;
alter index bookings_of_user_ascending rename to bookings_of_user;
