create index notifications_unread on notifications (user_id) where read_at is null;

-- In which language the user is written to; whoever registered before languages were asked for reads English.
alter table recipients add column language text not null default 'EN';

-- The mail as an HTML document, without its link; null for mails from before. Its language is that of the link, too.
alter table notifications add column html text;
alter table notifications add column language text not null default 'EN';
-- The booking that it is about, whose tickets go with it; null for other mails, and for those from before.
alter table notifications add column booking_id uuid;
