-- Events of which something was said lately: bookings of them are looked through for those that know another start.
create index event_dates_by_age on event_dates (as_of);
