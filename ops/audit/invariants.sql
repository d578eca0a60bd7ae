-- What must hold in every installation, whatever happened before. Read by audit.ts, which runs each statement in the
-- database of the subgraph that it is headed by; nothing needs rights beyond reading.
--
-- An invariant is a heading "-- 1. what holds" and its statements:
--   "-- in payments:"         finds the rows that break it, so it must find nothing;
--   "-- in every subgraph:"   the same, in each of them;
--   "-- in events:" and then "-- the same in tickets:"   both tell (key, value), in any order, and must tell the same;
--   "-- in payments:" and then "-- right in tickets:"    the first tells keys, the second which of the keys in $1 are right.
-- A column booking_id says which booking a row is about: while that booking's own saga is at work, a row is no breach.
-- "-- after loyalty.count-points" holds only once that consumer has applied what the others have told it.
--
-- A booking knows its places by the identifiers of the plan on which it got them, whatever plan the event is on now:
-- 2a and 2c tell these (`booked`).
--
-- The numbers are those of the design; 6 (entries never change) is held by triggers that the database itself fires
-- (subgraphs/payments/adapters/postgres/ledger-rules.int.test.ts).

-- 0. Bookings in $1 whose saga is at work: asked for a moment, or trying again because somebody does not answer.
-- in tickets:
select coalesce(refund.booking_id, saga.id)::text as booking_id
from sagas saga left join refunds refund on refund.id = saga.id
where saga.step not in ('waiting', 'done') and saga.parked_at is null
  and coalesce(refund.booking_id, saga.id)::text = any($1::text[]);

-- 1. No seat of an event has two live tickets.
-- in tickets:
select event_id, seat_id, count(*) from tickets
where status = 'VALID' and seat_id is not null
group by event_id, seat_id having count(*) > 1;

-- 2a. A sold seat has one live ticket, of the booking that bought it; a live ticket has its sold seat.
-- in events:
select seat.event_id || ' ' || coalesce(booked.id, seat.seat_id) as key, seat.booking_id::text as value, seat.booking_id
from event_seats seat join events event on event.id = seat.event_id
left join lateral (
  select known.id from holds hold, seats present, seats known
  where event.former_plan_ids <> '{}' and hold.booking_id = seat.booking_id and present.id = seat.seat_id
    and known.id in (select (item ->> 'seatId')::uuid from jsonb_array_elements(hold.answer -> 'items') item)
    and known.key = present.key limit 1) booked on true
where seat.state = 'S';
-- the same in tickets:
select event_id || ' ' || seat_id as key, booking_id::text as value, booking_id from tickets
where status = 'VALID' and seat_id is not null;

-- 2b. The places of a standing section that are taken are those that bookings hold or bought.
-- in events:
select shard.event_id, shard.section_id, shard.shard, shard.taken, coalesce(sum(hold.quantity), 0) as held_or_sold
from standing_shards shard
left join standing_holds hold using (event_id, section_id, shard)
group by shard.event_id, shard.section_id, shard.shard, shard.taken
having shard.taken <> coalesce(sum(hold.quantity), 0);

-- 2c. A booking has as many live standing tickets in a section as places sold to it there.
-- in events:
select hold.booking_id || ' ' || coalesce(booked.id, standing.section_id) as key, sum(standing.quantity)::text as value,
       hold.booking_id
from holds hold join standing_holds standing using (booking_id) join events event on event.id = standing.event_id
left join lateral (
  select known.id from sections present, sections known
  where event.former_plan_ids <> '{}' and present.id = standing.section_id
    and known.id in (select (item ->> 'sectionId')::uuid from jsonb_array_elements(hold.answer -> 'items') item
                     where item ->> 'seatId' is null)
    and known.label = present.label limit 1) booked on true
where hold.status = 'SOLD' group by hold.booking_id, coalesce(booked.id, standing.section_id);
-- the same in tickets:
select booking_id || ' ' || section_id as key, count(*)::text as value, booking_id from tickets
where status = 'VALID' and seat_id is null group by booking_id, section_id;

-- 2d. A held seat belongs to an open hold.
-- in events:
select seat.event_id, seat.seat_id, seat.booking_id, hold.status as hold_status
from event_seats seat left join holds hold using (booking_id)
where seat.state = 'H' and hold.status is distinct from 'HELD';

-- 2e. The hold of a held seat belongs to a booking that still awaits its payment, or to none.
-- in events:
select distinct booking_id::text as key, booking_id from event_seats where state = 'H' and booking_id is not null;
-- right in tickets:
select given.id::text as key
from unnest($1::uuid[]) as given (id) left join bookings booking on booking.id = given.id
where coalesce(booking.status, 'AWAITING_PAYMENT') = 'AWAITING_PAYMENT';

-- 3a. The entries of every transfer sum to zero.
-- in payments:
select transfer_id, sum(amount_minor) from entries group by transfer_id having sum(amount_minor) <> 0;

-- 3b. Every currency sums to zero.
-- in payments:
select currency, sum(amount_minor) from entries group by currency having sum(amount_minor) <> 0;

-- 4. No wallet is below zero.
-- in payments:
select id, available_minor, pending_minor from wallets where available_minor < 0 or pending_minor < 0;

-- 5. A stored balance is the sum of its entries.
-- in payments:
select wallet.id, wallet.available_minor, wallet.pending_minor
from wallets wallet
left join (select account.wallet_id,
                  sum(entry.amount_minor) filter (where account.kind = 'AVAILABLE') as available,
                  sum(entry.amount_minor) filter (where account.kind = 'PENDING') as pending
           from entries entry join accounts account on account.code = entry.account
           group by account.wallet_id) as booked on booked.wallet_id = wallet.id
where wallet.available_minor <> coalesce(booked.available, 0) or wallet.pending_minor <> coalesce(booked.pending, 0);

-- 7a. A pending transfer is resolved at most once.
-- in payments:
select resolves, count(*) from transfers where resolves is not null group by resolves having count(*) > 1;

-- 7b. No money stays set aside for a booking that is not being paid.
-- in payments:
select id, booking_id::text as key, booking_id, attempt from payments where status = 'AUTHORIZED';
-- right in tickets:
select id::text as key from bookings where id = any($1::uuid[]) and status = 'AWAITING_PAYMENT';

-- 8. What was captured and not refunded is what was paid for the live tickets, and what the refund policy kept.
-- in payments:
select booking_id::text as key, sum(amount_minor - refunded_minor)::text as value, booking_id
from payments where status = 'CAPTURED' group by booking_id having sum(amount_minor - refunded_minor) <> 0;
-- the same in tickets:
select ticket.booking_id::text as key, sum(ticket.paid_minor - coalesce(refund.refunded_minor, 0))::text as value,
       ticket.booking_id
from tickets ticket
left join (select given.ticket_id, given.refunded_minor
           from refund_tickets given join refunds refund on refund.id = given.refund_id
           where refund.status = 'DONE') as refund on refund.ticket_id = ticket.id
group by ticket.booking_id having sum(ticket.paid_minor - coalesce(refund.refunded_minor, 0)) <> 0;

-- 9a. Points are the sum of their operations, and never negative.
-- in loyalty:
select account.user_id, account.points, coalesce(sum(operation.points), 0) as operations
from accounts account left join operations operation on operation.user_id = account.user_id
group by account.user_id, account.points
having account.points <> coalesce(sum(operation.points), 0) or account.points < 0;

-- 9b. No points stay set aside for a booking that does not wait for its payment.
-- in loyalty:
select booking_id::text as key, booking_id, state from reservations where state = 'RESERVED';
-- right in tickets:
select id::text as key from bookings where id = any($1::uuid[]) and status = 'AWAITING_PAYMENT';

-- 9c. Every booking that was paid earned its points once. -- after loyalty.count-points
-- in tickets:
select id::text as key, '' as value, id as booking_id from bookings
where status in ('CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED');
-- the same in loyalty:
select booking_id::text as key, '' as value, booking_id from earnings;

-- 9d. Points are spent by a booking that was paid, or is being paid.
-- in loyalty:
select booking_id::text as key, booking_id, state from reservations where state = 'COMMITTED';
-- right in tickets:
select id::text as key from bookings
where id = any($1::uuid[]) and status in ('AWAITING_PAYMENT', 'CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED');

-- 9e. Points are given back to no booking that was paid with them.
-- in loyalty:
select booking_id::text as key, booking_id, state from reservations where state = 'RELEASED';
-- right in tickets:
select given.id::text as key
from unnest($1::uuid[]) as given (id) left join bookings booking on booking.id = given.id
where coalesce(booking.status, 'CANCELLED') in ('AWAITING_PAYMENT', 'EXPIRED', 'CANCELLED');

-- 10a. The uses of a promo code are the bookings that have it, and what counts against its budget is what it takes off them.
-- in loyalty:
select code.id, code.uses, count(held.booking_id) as held, code.discounted_minor,
       coalesce(sum(held.discount_minor - held.refunded_minor), 0) as taken_off
from promo_codes code left join promo_uses held on held.promo_code_id = code.id and held.is_held
group by code.id
having code.uses <> count(held.booking_id)
    or code.discounted_minor <> coalesce(sum(held.discount_minor - held.refunded_minor), 0)
    or code.uses > code.max_uses or code.discounted_minor > code.budget_minor;

-- 10b. A booking has its promo code while it waits for its payment, or has a ticket left. -- after loyalty.count-points
-- in loyalty:
select booking_id::text as key, booking_id, promo_code_id from promo_uses where is_held;
-- right in tickets:
select id::text as key from bookings
where id = any($1::uuid[]) and status in ('AWAITING_PAYMENT', 'CONFIRMED', 'PARTIALLY_REFUNDED');

-- 10c. What a promo code takes off a paid booking is what it takes off the tickets that are left. -- after loyalty.count-points
-- in loyalty:
select held.booking_id::text as key, (held.discount_minor - held.refunded_minor)::text as value, held.booking_id
from promo_uses held join reservations reservation using (booking_id)
where held.is_held and reservation.state = 'COMMITTED' and held.discount_minor > held.refunded_minor;
-- the same in tickets:
select booking_id::text as key, sum(price_minor - paid_minor - points_minor)::text as value, booking_id from tickets
where status <> 'REFUNDED' and points_minor is not null
group by booking_id having sum(price_minor - paid_minor - points_minor) > 0;

-- 11a. No saga is open longer than its deadline plus 10 s, and none is parked.
-- in tickets:
select id, type, step, wake_at, parked_cause from sagas
where parked_at is not null or (step <> 'done' and wake_at < now() - interval '10 seconds');

-- 11b. No booking awaits its payment longer than its hold plus 10 s.
-- in tickets:
select id, id as booking_id, expires_at from bookings
where status = 'AWAITING_PAYMENT' and expires_at < now() - interval '10 seconds';

-- 11c. No hold stands longer than it may plus 10 s.
-- in events:
select booking_id, expires_at from holds where status = 'HELD' and expires_at < now() - interval '10 seconds';

-- 11d. No refund is half done.
-- in tickets:
select id, booking_id from refunds where status = 'RUNNING';

-- 11e. No booking of a cancelled event is alive when that is said to be done.
-- in tickets:
select booking.id, booking.id as booking_id, booking.event_id
from bookings booking join event_cancellations cancellation using (event_id)
where cancellation.is_done and booking.status in ('CONFIRMED', 'PARTIALLY_REFUNDED');

-- 12. The statistics, made from facts alone, are what the books of tickets say, to the unit. -- after analytics.count-sales
-- in analytics:
select event_id::text as key, sum(sold) || ' sold, ' || sum(refunded) || ' refunded, ' || sum(revenue) as value
from sales group by event_id;
-- the same in tickets:
select ticket.event_id::text as key,
       count(*) || ' sold, ' || count(*) filter (where ticket.status = 'REFUNDED') || ' refunded, '
         || sum(ticket.paid_minor - coalesce(refund.refunded_minor, 0)) as value
from tickets ticket
left join (select given.ticket_id, given.refunded_minor
           from refund_tickets given join refunds refund on refund.id = given.refund_id
           where refund.status = 'DONE') as refund on refund.ticket_id = ticket.id
group by ticket.event_id;

-- 12b. So they are by ticket type and price zone. -- after analytics.count-sales
-- in analytics:
select event_id || ' ' || ticket_type_id || ' ' || price_zone_id as key,
       sum(sold) || ' sold, ' || sum(refunded) || ' refunded, ' || sum(revenue) as value
from sales_by_type group by event_id, ticket_type_id, price_zone_id;
-- the same in tickets:
select ticket.event_id || ' ' || coalesce(ticket.ticket_type_id, '00000000-0000-0000-0000-000000000000')
         || ' ' || ticket.price_zone_id as key,
       count(*) || ' sold, ' || count(*) filter (where ticket.status = 'REFUNDED') || ' refunded, '
         || sum(ticket.paid_minor - coalesce(refund.refunded_minor, 0)) as value
from tickets ticket
left join (select given.ticket_id, given.refunded_minor
           from refund_tickets given join refunds refund on refund.id = given.refund_id
           where refund.status = 'DONE') as refund on refund.ticket_id = ticket.id
group by ticket.event_id, ticket.ticket_type_id, ticket.price_zone_id;

-- 13a. Outboxes are empty.
-- in every subgraph:
select min(id) as oldest, min(created_at) as since from outbox having count(*) > 0;

-- 13b. No dead letter lies about.
-- in every subgraph:
select id, consumer, fact_id, status from dead_letters;
