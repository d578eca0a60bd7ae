-- For the statement that lets a booking earn points (points-at-once.ts): locks the account, and then what is to be known of it, a
-- row only where it is there and owes nothing. Two statements, because one sees what was committed before it began: in a
-- volatile function the second sees what the first has waited for.
create function earning_gate(the_user uuid, since timestamptz)
returns table (points int, level text, earned bigint, oldest timestamptz) language sql volatile rows 1 as $$
  select from accounts a where a.user_id = the_user for no key update;
  select a.points, a.level, recent.earned, recent.oldest
  from accounts a cross join lateral (
    select coalesce(sum(e.points - e.taken_back), 0) as earned,
           min(e.earned_at) filter (where e.points > e.taken_back) as oldest
    from earnings e where e.user_id = the_user and e.earned_at > since) recent
  where a.user_id = the_user and a.owed_points = 0;
$$;
