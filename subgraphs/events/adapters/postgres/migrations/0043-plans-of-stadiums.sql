-- A plan may have 100,000 seats: the largest stadiums. Checked by the import too, which says so.
alter table seating_plans
  drop constraint seating_plans_seat_count_check,
  add constraint seating_plans_seat_count_check check (seat_count >= 0 and seat_count <= 100000);
