-- Of what a place costs less, what points paid; a promo code took off the rest. Null: booked before the two were told
-- apart, or with a discount of which loyalty did not say.
alter table booking_items add column points_minor bigint
  constraint booking_items_points_minor_check check (points_minor >= 0 and points_minor <= price_minor - paid_minor);
alter table tickets add column points_minor bigint
  constraint tickets_points_minor_check check (points_minor >= 0 and points_minor <= price_minor - paid_minor);
