comment on table bookings is 'kept: an agreement with a buyer';
comment on table booking_items is 'kept: an agreement with a buyer';
comment on table tickets is 'kept: an agreement with a buyer';
comment on table refunds is 'kept: an agreement with a buyer';
comment on table refund_tickets is 'kept: an agreement with a buyer';
comment on table blocked_users is 'emptied by unblocking: kept while the user is blocked';
comment on table event_dates is 'kept: a row an event';
