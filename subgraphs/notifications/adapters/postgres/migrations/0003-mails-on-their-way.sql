-- What the link is for that is made when the mail is sent; it is stored nowhere.
alter table notifications add column link text check (link in ('EMAIL_CONFIRMATION', 'PASSWORD_RESET'));
-- When the mail is to be sent next; null when it was, when it is not sent at all, or was given up. Mails from
-- before this migration are read by the API only.
alter table notifications add column due_at timestamptz;
alter table notifications add column attempts int not null default 0;
alter table notifications add column sent_at timestamptz;
create index notifications_due on notifications (due_at) where due_at is not null;
