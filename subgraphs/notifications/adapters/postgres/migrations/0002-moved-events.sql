-- Kinds are domain/mail.ts's to know; a list of them here would have to be changed with each new one.
alter table notifications drop constraint notifications_kind_check
