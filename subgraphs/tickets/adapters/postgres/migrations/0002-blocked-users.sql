create table blocked_users (
  user_id uuid primary key,
  blocked_at timestamptz not null default now()
);

create function blocking_lock(the_user uuid) returns bigint language sql immutable
  return hashtextextended('blocking of ' || the_user::text, 0);

-- Waits for whoever is just blocking this user, and looks then. It is a function because a statement
-- sees the rows of the moment when it began, so one that locks and looks would miss what it waited
-- for; in a volatile function each statement begins anew.
create function is_blocked(the_user uuid) returns boolean language plpgsql volatile as $$
  begin
    perform pg_advisory_xact_lock_shared(blocking_lock(the_user));
    return exists (select from blocked_users where user_id = the_user);
  end
$$;
