-- A row of held_types counts for as long as it is there, so those of holds that have ended go.
delete from held_types t using holds h where h.booking_id = t.booking_id and h.status not in ('HELD', 'SOLD');
