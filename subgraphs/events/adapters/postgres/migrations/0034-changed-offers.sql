-- A ticket type that its event offers no more has no place among its types, and is kept: what is its own was sold.
alter table ticket_types alter column place drop not null;

-- Of an event with several types the places of each are counted from now on, whether it has a limit or not: it may get one,
-- or be offered no more. What bookings have now stands in the answers to their holds, but for what they gave back: seats are
-- looked for by their keys, for the event may have come to another plan; of standing places as many as are left.
insert into held_types (booking_id, ticket_type_id, quantity)
select item.booking_id, t.id, count(*)
from (
  select h.booking_id, h.event_id, h.seat_ids, i.answer,
         row_number() over (partition by h.booking_id, i.answer ->> 'seatId' is null order by i.place) as place,
         (select sum(p.quantity) from standing_holds p where p.booking_id = h.booking_id) as standing
  from holds h cross join lateral jsonb_array_elements(h.answer -> 'items') with ordinality as i (answer, place)
  where h.status in ('HELD', 'SOLD')
) item
join ticket_types t on t.id = (item.answer ->> 'ticketTypeId')::uuid and t.max_per_event is null
where exists (select from ticket_types other where other.event_id = t.event_id and other.id <> t.id)
  and case
    when item.answer ->> 'seatId' is null then item.place <= item.standing
    else exists (
      select from seats former join seats present on present.key = former.key
      where former.id = (item.answer ->> 'seatId')::uuid and present.id = any (item.seat_ids))
  end
group by item.booking_id, t.id
on conflict do nothing;
