-- As before, without PL/pgSQL: the second statement of a volatile function sees what the first has waited for.
create or replace function is_blocked(the_user uuid) returns boolean language sql volatile as $$
  select pg_advisory_xact_lock_shared(blocking_lock(the_user));
  select exists (select from blocked_users where user_id = the_user);
$$;
