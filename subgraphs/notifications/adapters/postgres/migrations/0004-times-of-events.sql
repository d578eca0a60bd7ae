-- Null for an event until it changes the next time: mails then tell of the time that was booked, as they did.
alter table places add column starts_at timestamptz
