-- As of when the booking's event has this title; null for those from before: any other is newer.
alter table live_bookings add column titled_at timestamptz;
