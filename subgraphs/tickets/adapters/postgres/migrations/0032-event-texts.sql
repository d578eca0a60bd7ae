-- Title and description of events by the facts about them, and since when they have them. While tell_until is set,
-- bookings of the event are looked through for buyers who know others.
create table event_texts (
  event_id uuid primary key,
  title text not null,
  titled_at timestamptz not null,
  description text,
  described_at timestamptz not null,
  ends_at timestamptz not null,
  as_of timestamptz not null,
  tell_until timestamptz
);
create index event_texts_to_tell on event_texts (tell_until) where tell_until is not null;
comment on table event_texts is 'kept: a row an event';

-- Which description an event had since when, as SHA-256; null where it had none. By it and the moment of a booking it is
-- known which one its buyer has read: a copy with every booking would be written as often as an event is booked.
create table event_descriptions (
  event_id uuid not null,
  since timestamptz not null,
  digest bytea check (length(digest) = 32),
  primary key (event_id, since)
);
comment on table event_descriptions is 'kept: a row a description that an event had';

-- Since when the event has the description that the buyer was told last; null for the one that it was booked with. The
-- title that the buyer was told last is event_title.
alter table bookings add column told_description_at timestamptz;
