-- Which zones of a plan have any place: a price of another one is not on offer. Kept, because asking the seats reads all of
-- them for a zone that stands at the end of a hall. True unless said, for plans that a server of before reads meanwhile.
alter table price_zones add column has_places boolean not null default true;
update price_zones set has_places = false where id not in (
  select price_zone_id from seats
  union all select price_zone_id from sections where price_zone_id is not null);
