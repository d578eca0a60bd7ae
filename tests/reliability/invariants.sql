-- What must hold in every house at rest, whatever happened before. Each statement finds the rows that break
-- its promise, so each must find nothing. The rooms' databases stand side by side as schemas (audit.ts).
-- The numbers are those of the design; 6 (entries never change) is held by triggers that the database
-- itself fires (subgraphs/payments/adapters/postgres/ledger-rules.int.test.ts), and 10 comes with promo codes.

-- 1. No seat of an event has two live tickets.
select event_id, seat_id, count(*) from tickets.tickets
where status = 'VALID' and seat_id is not null
group by event_id, seat_id having count(*) > 1;

-- 2a. A sold seat has one live ticket, of the booking that bought it; a live ticket has its sold seat.
select coalesce(seat.event_id, ticket.event_id) as event_id, coalesce(seat.seat_id, ticket.seat_id) as seat_id,
       seat.booking_id as sold_to, ticket.booking_id as ticket_of
from (select event_id, seat_id, booking_id from events.event_seats where state = 'S') as seat
full join (select event_id, seat_id, booking_id from tickets.tickets where status = 'VALID' and seat_id is not null) as ticket
  on ticket.event_id = seat.event_id and ticket.seat_id = seat.seat_id and ticket.booking_id = seat.booking_id
where seat.seat_id is null or ticket.seat_id is null;

-- 2b. The places of a standing section that are taken are those that bookings hold or bought.
select shard.event_id, shard.section_id, shard.shard, shard.taken, coalesce(sum(hold.quantity), 0) as held_or_sold
from events.standing_shards shard
left join events.standing_holds hold using (event_id, section_id, shard)
group by shard.event_id, shard.section_id, shard.shard, shard.taken
having shard.taken <> coalesce(sum(hold.quantity), 0);

-- 2c. A booking has as many live standing tickets in a section as places sold to it there.
select coalesce(sold.booking_id, live.booking_id) as booking_id, sold.places as sold, live.places as live
from (select hold.booking_id, standing.section_id, sum(standing.quantity) as places
      from events.holds hold join events.standing_holds standing using (booking_id)
      where hold.status = 'SOLD' group by hold.booking_id, standing.section_id) as sold
full join (select booking_id, section_id, count(*) as places from tickets.tickets
           where status = 'VALID' and seat_id is null group by booking_id, section_id) as live
  on live.booking_id = sold.booking_id and live.section_id = sold.section_id
where sold.places is distinct from live.places;

-- 2d. A held seat belongs to an open hold, and an open hold to a booking that still awaits its payment or to none.
select seat.event_id, seat.seat_id, hold.status as hold_status, booking.status as booking_status
from events.event_seats seat
left join events.holds hold using (booking_id)
left join tickets.bookings booking on booking.id = seat.booking_id
where seat.state = 'H'
  and (hold.status is distinct from 'HELD' or coalesce(booking.status, 'AWAITING_PAYMENT') <> 'AWAITING_PAYMENT');

-- 3a. The entries of every transfer sum to zero.
select transfer_id, sum(amount_minor) from payments.entries group by transfer_id having sum(amount_minor) <> 0;

-- 3b. Every currency sums to zero.
select currency, sum(amount_minor) from payments.entries group by currency having sum(amount_minor) <> 0;

-- 4. No wallet is below zero.
select id, available_minor, pending_minor from payments.wallets where available_minor < 0 or pending_minor < 0;

-- 5. A stored balance is the sum of its entries.
select wallet.id, wallet.available_minor, wallet.pending_minor
from payments.wallets wallet
left join (select account.wallet_id,
                  sum(entry.amount_minor) filter (where account.kind = 'AVAILABLE') as available,
                  sum(entry.amount_minor) filter (where account.kind = 'PENDING') as pending
           from payments.entries entry join payments.accounts account on account.code = entry.account
           group by account.wallet_id) as booked on booked.wallet_id = wallet.id
where wallet.available_minor <> coalesce(booked.available, 0) or wallet.pending_minor <> coalesce(booked.pending, 0);

-- 7a. A pending transfer is resolved at most once.
select resolves, count(*) from payments.transfers where resolves is not null group by resolves having count(*) > 1;

-- 7b. No money stays set aside for a booking that is not being paid.
select payment.id, payment.booking_id, payment.attempt, booking.status
from payments.payments payment
left join tickets.bookings booking on booking.id = payment.booking_id
where payment.status = 'AUTHORIZED' and booking.status is distinct from 'AWAITING_PAYMENT';

-- 8. What was captured and not refunded is what was paid for the live tickets, and what the refund policy kept.
select coalesce(money.booking_id, sold.booking_id) as booking_id, money.kept as captured_less_refunded, sold.paid
from (select booking_id, sum(amount_minor - refunded_minor) as kept
      from payments.payments where status = 'CAPTURED' group by booking_id) as money
full join (select ticket.booking_id, sum(ticket.paid_minor - coalesce(refund.refunded_minor, 0)) as paid
           from tickets.tickets ticket
           left join (select given.ticket_id, given.refunded_minor
                      from tickets.refund_tickets given join tickets.refunds refund on refund.id = given.refund_id
                      where refund.status = 'DONE') as refund on refund.ticket_id = ticket.id
           group by ticket.booking_id) as sold
  on sold.booking_id = money.booking_id
where coalesce(money.kept, 0) <> coalesce(sold.paid, 0);

-- 9a. Points are the sum of their operations, and never negative.
select account.user_id, account.points, coalesce(sum(operation.points), 0) as operations
from loyalty.accounts account left join loyalty.operations operation on operation.user_id = account.user_id
group by account.user_id, account.points
having account.points <> coalesce(sum(operation.points), 0) or account.points < 0;

-- 9b. No points stay set aside for a booking that does not wait for its payment.
select reservation.booking_id, reservation.state, booking.status
from loyalty.reservations reservation left join tickets.bookings booking on booking.id = reservation.booking_id
where reservation.state = 'RESERVED' and booking.status is distinct from 'AWAITING_PAYMENT';

-- 9c. Every booking that was paid earned its points once, and spent what it kept for itself once.
select booking.id, booking.status, earning.booking_id as earned_for, reservation.state
from tickets.bookings booking
left join loyalty.earnings earning on earning.booking_id = booking.id
left join loyalty.reservations reservation on reservation.booking_id = booking.id
where (booking.status in ('CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED')) <> (earning.booking_id is not null)
   or (booking.status in ('CONFIRMED', 'PARTIALLY_REFUNDED', 'REFUNDED') and coalesce(reservation.state, 'COMMITTED') <> 'COMMITTED')
   or (booking.status in ('EXPIRED', 'CANCELLED') and coalesce(reservation.state, 'RELEASED') <> 'RELEASED');

-- 11a. No saga is open longer than its deadline plus 10 s, and none is parked.
select id, type, step, wake_at, parked_cause from tickets.sagas
where parked_at is not null or (step <> 'done' and wake_at < now() - interval '10 seconds');

-- 11b. No booking awaits its payment longer than its hold plus 10 s.
select id, expires_at from tickets.bookings
where status = 'AWAITING_PAYMENT' and expires_at < now() - interval '10 seconds';

-- 11c. No hold stands longer than it may plus 10 s.
select booking_id, expires_at from events.holds where status = 'HELD' and expires_at < now() - interval '10 seconds';

-- 11d. No refund is half done.
select id, booking_id from tickets.refunds where status = 'RUNNING';

-- 12. The statistics, made from facts alone, are what the books of tickets say, to the unit.
select coalesce(told.event_id, books.event_id) as event_id, told.sold, books.sold, told.refunded, books.refunded, told.revenue, books.revenue
from (select event_id, sum(sold) as sold, sum(refunded) as refunded, sum(revenue) as revenue
      from analytics.sales group by event_id) as told
full join (select ticket.event_id, count(*) as sold, count(*) filter (where ticket.status = 'REFUNDED') as refunded,
                  sum(ticket.paid_minor - coalesce(given.refunded_minor, 0)) as revenue
           from tickets.tickets ticket left join tickets.refund_tickets given on given.ticket_id = ticket.id
           group by ticket.event_id) as books
  on books.event_id = told.event_id
where told.sold is distinct from books.sold or told.refunded is distinct from books.refunded
   or told.revenue is distinct from books.revenue;

-- 13a. Outboxes are empty.
select 'users' as room, count(*) from users.outbox having count(*) > 0
union all select 'events', count(*) from events.outbox having count(*) > 0
union all select 'tickets', count(*) from tickets.outbox having count(*) > 0
union all select 'payments', count(*) from payments.outbox having count(*) > 0
union all select 'loyalty', count(*) from loyalty.outbox having count(*) > 0
union all select 'analytics', count(*) from analytics.outbox having count(*) > 0
union all select 'notifications', count(*) from notifications.outbox having count(*) > 0;

-- 13b. No dead letter lies about.
select 'users' as room, consumer, cause from users.dead_letters
union all select 'events', consumer, cause from events.dead_letters
union all select 'tickets', consumer, cause from tickets.dead_letters
union all select 'payments', consumer, cause from payments.dead_letters
union all select 'loyalty', consumer, cause from loyalty.dead_letters
union all select 'analytics', consumer, cause from analytics.dead_letters
union all select 'notifications', consumer, cause from notifications.dead_letters;
