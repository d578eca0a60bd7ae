-- When a ticket let somebody in, and who saw to it.
alter table tickets add column checked_in_at timestamptz;
alter table tickets add column checked_in_by uuid;
alter table tickets add constraint tickets_check_in_check
  check ((checked_in_at is null) = (checked_in_by is null));
