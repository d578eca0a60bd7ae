-- By which a seat is the same seat in every version of a plan. Plans from before go by the names of section, row and
-- seat; where these do not tell two seats apart, each is known by its own identifier.
alter table seats
  add column is_companion boolean not null default false,
  add column has_restricted_view boolean not null default false,
  add column key text;
update seats s set key = case when n.times = 1 then n.names else s.id::text end
from (
  select q.id, concat_ws(chr(31), c.label, r.label, q.label) as names,
         count(*) over (partition by q.plan_id, concat_ws(chr(31), c.label, r.label, q.label)) as times
  from seats q join plan_rows r on r.id = q.row_id join sections c on c.id = q.section_id
) n where n.id = s.id;
alter table seats
  alter column is_companion drop default,
  alter column has_restricted_view drop default,
  alter column key set not null,
  add unique (plan_id, key);

-- The plans that an event was on before, by which it goes on knowing the seats and sections of each; and up to which
-- version its seats' changes are of an earlier plan.
alter table events
  add column former_plan_ids uuid[] not null default '{}',
  add column seat_versions_from int not null default 0 check (seat_versions_from >= 0);

-- Lists of events by city or venue, and by organizer, page by page.
create index venues_by_city on venues (city_form);
create index events_by_hall on events (hall_id, starts_at, id);
drop index events_by_organizer;
create index events_by_organizer on events (organizer_id, starts_at, id);
