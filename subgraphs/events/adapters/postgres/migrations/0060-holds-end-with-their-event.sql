-- As before (0037), but that a hold ends with its event at the latest: what has ended is not paid for any more.
create or replace function hold_gate(the_booking uuid, the_event uuid, the_user uuid, wanted int)
returns table (
  title text, organizer_id uuid, hall_id uuid, starts_at timestamptz, currency text, refund_tiers jsonb,
  expires_at timestamptz, ticket_type_id uuid, counts_types boolean
) language sql volatile rows 1 as $$
  select pg_advisory_xact_lock(hashtextextended('booking:' || the_booking::text, 0)),
         pg_advisory_xact_lock_shared(hashtextextended('event:' || the_event::text, 0)),
         pg_advisory_xact_lock(hashtextextended('buyer:' || the_user::text || ':' || the_event::text, 0));
  select e.title, e.organizer_id, e.hall_id, e.starts_at, e.currency, e.refund_tiers,
         date_trunc('milliseconds', least(clock_timestamp() + make_interval(secs => e.hold_seconds), e.ends_at)),
         first.id, (select count(*) from ticket_types t where t.event_id = e.id and t.place is not null) > 1
  from events e cross join lateral (
    select t.id, t.max_per_booking, t.max_per_event, t.needs_id from ticket_types t
    where t.event_id = e.id and t.place is not null order by t.place limit 1) first
  where e.id = the_event and e.status = 'ON_SALE' and e.ends_at > clock_timestamp() and not e.refuses_single_seats
    and first.max_per_event is null and first.needs_id is null
    and (first.max_per_booking is null or wanted <= first.max_per_booking)
    and not exists (select from holds h where h.booking_id = the_booking)
    and wanted + (select coalesce(sum(o.places), 0) from holds o
                  where o.user_id = the_user and o.event_id = the_event and o.status = 'HELD'
                    and o.expires_at > clock_timestamp()) <= e.max_seats_per_user;
$$;
