create index notifications_unread on notifications (user_id) where read_at is null;

-- In which language the user is written to; whoever registered before languages were asked for reads English.
alter table recipients add column language text not null default 'EN';

-- The mail as an HTML document, without its link; null for mails from before. Its language is that of the link, too.
alter table notifications add column html text;
alter table notifications add column language text not null default 'EN';
-- The booking that it is about, whose tickets go with it; null for other mails, and for those from before.
alter table notifications add column booking_id uuid;

-- Which bookings have tickets that let somebody in, so that their buyers are reminded of the event.
create table live_bookings (
  booking_id uuid primary key,
  user_id uuid not null,
  event_id uuid not null,
  event_title text not null,
  -- Never grows: whichever of its facts comes last.
  live_tickets int not null check (live_tickets >= 0),
  booked_at timestamptz not null,
  -- The start of the event that its buyer was reminded of; an event that is moved by more than a day gets another mail.
  reminded_of timestamptz
);
create index live_bookings_of_event on live_bookings (event_id) where live_tickets > 0;
create index places_by_start on places (starts_at);
comment on table live_bookings is 'pruned by prune-live-bookings: 30 days after its event has begun, 400 days after it was booked where that is not known';
