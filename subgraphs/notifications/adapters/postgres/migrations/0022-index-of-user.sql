-- Ascending serves the same pages, read backwards, and can be compared with what entities.ts declares.
drop index notifications_of_user;
create index notifications_of_user on notifications (user_id, created_at, id)
