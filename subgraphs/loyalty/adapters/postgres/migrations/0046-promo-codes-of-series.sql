-- What a promo code may name beside events: series, and organizers. event_ids has all of these too. A server that is being
-- replaced compares events with that list alone: it then refuses such a code, where it would take it for one of every event
-- if the list were empty.
alter table promo_codes
  add column series_ids uuid[] not null default '{}',
  add column organizer_ids uuid[] not null default '{}',
  add constraint promo_codes_event_ids_have_all check (series_ids <@ event_ids and organizer_ids <@ event_ids);
