-- Made when the plan is imported, from parts that never change; null in plans from before until it is asked for.
-- A seat's row says its section, and that its plan: checking these once more for each of 50,000 seats is half of
-- what an import costs. The tables of plans are kept for good: tickets name their seats.
alter table seating_plans add column geometry text;
alter table seats drop constraint seats_plan_id_fkey, drop constraint seats_section_id_fkey;
