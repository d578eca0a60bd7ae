\ir ../../../../../platform/postgres/text-search.sql

-- As platform/kernel/text.ts writes texts from now on: composed, with plain single spaces.
create function tidy(value text) returns text language sql immutable strict
  return trim(regexp_replace(normalize(value, NFC), '[    -   　]+', ' ', 'g'));
update venues set name = tidy(name), address = tidy(address), city = tidy(city)
  where (name, address, city) is distinct from (tidy(name), tidy(address), tidy(city));
update artists set name = tidy(name) where name <> tidy(name);
update events set title = tidy(title) where title <> tidy(title);
-- Two halls of one venue whose names differ in nothing else keep them.
update halls h set name = tidy(name) where name <> tidy(name) and not exists (
  select from halls other
  where other.venue_id = h.venue_id and other.id <> h.id and tidy(other.name) = tidy(h.name));
drop function tidy(text);

alter table venues
  add column found_by text generated always as (searchable(name) || ' ' || searchable(city)) stored,
  add column city_form text generated always as (search_form(city)) stored;
alter table artists add column found_by text generated always as (searchable(name)) stored;
alter table events add column found_by text generated always as (searchable(title)) stored;

drop index venues_by_name;
create index venues_by_name on venues (name collate people, id);
drop index artists_by_name;
create index artists_by_name on artists (name collate people, id);
