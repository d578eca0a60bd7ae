import { expect } from '@jest/globals';
import type { Sql } from '@parterre/platform/postgres/database.ts';

/** What must hold of the points at any moment, as far as one query on this database can see. */
const faults = `
  select 'points are not the sum of the operations' as fault, a.user_id::text as subject
  from accounts a
  where a.points <> (select coalesce(sum(o.points), 0) from operations o where o.user_id = a.user_id)
  union all
  select 'points are below zero', user_id::text from accounts where points < 0
  union all
  select 'more or less is set aside than the open reservations say', a.user_id::text
  from accounts a
  where a.reserved_points <> (select coalesce(sum(r.points), 0) from reservations r
                              where r.user_id = a.user_id and r.state = 'RESERVED')
  union all
  select 'owed points are not what the bookings owe', a.user_id::text
  from accounts a
  where a.owed_points <> (select coalesce(sum(e.owed), 0) from earnings e where e.user_id = a.user_id)
  union all
  select 'somebody owes points and has some to spare', user_id::text
  from accounts where owed_points > 0 and points > reserved_points
  union all
  select 'a booking earned, or was taken back, other points than its operations say', e.booking_id::text
  from earnings e
  where e.points <> (select coalesce(sum(o.points), 0) from operations o
                     where o.booking_id = e.booking_id and o.kind = 'EARNED')
     or e.taken_back - e.owed <> (select coalesce(-sum(o.points), 0) from operations o
                                  where o.booking_id = e.booking_id and o.kind = 'REVERSED')
  union all
  select 'a booking spent, or was returned, other points than its operations say', r.booking_id::text
  from reservations r
  where (case r.state when 'COMMITTED' then r.points else 0 end) <>
          (select coalesce(-sum(o.points), 0) from operations o
           where o.booking_id = r.booking_id and o.kind = 'SPENT')
     or r.returned_points <> (select coalesce(sum(o.points), 0) from operations o
                              where o.booking_id = r.booking_id and o.kind = 'RETURNED')
  union all
  select 'a promo code counts other uses, or another discount, than the bookings have that hold it', c.id::text
  from promo_codes c
  where (c.uses, c.discounted_minor) is distinct from
        (select (count(*)::int, coalesce(sum(u.discount_minor - u.refunded_minor), 0)::bigint) from promo_uses u
         where u.promo_code_id = c.id and u.is_held)
  union all
  select 'a booking holds a promo code that it was released of', u.booking_id::text
  from promo_uses u join reservations r using (booking_id) where u.is_held and r.state = 'RELEASED'
  union all
  select 'the places of a booking have another discount than the booking', r.booking_id::text
  from reservations r
  where r.places is not null
    and r.discount_minor <> (select sum((place ->> 'promoMinor')::bigint + (place ->> 'pointsMinor')::bigint)
                             from jsonb_array_elements(r.places) place)`;

/** Fails with the faults that it finds in the books. */
export async function expectSoundPoints(database: Sql): Promise<void> {
  expect(await database.sql(faults)).toEqual([]);
}
