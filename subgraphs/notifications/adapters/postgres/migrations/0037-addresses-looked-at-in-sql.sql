-- The address of a mail's reader, behind the lock of whoever writes either. Two statements, because the second one sees what the
-- first has waited for.
create function address_of(the_user uuid) returns text language sql volatile as $$
  select pg_advisory_xact_lock(hashtextextended(the_user::text, 0));
  select email from recipients where user_id = the_user;
$$;
