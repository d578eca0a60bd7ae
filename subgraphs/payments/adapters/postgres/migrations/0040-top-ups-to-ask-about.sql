-- When the provider is asked next what became of a top-up of which it has said nothing, and how often it was asked. The
-- default is for a server of the release before, which does not say it: an hour after the page has ended.
alter table top_ups
  add column ask_at timestamptz not null default now() + '25:00:00'::interval,
  add column asks integer not null default 0 constraint top_ups_asks_check check (asks >= 0);
update top_ups set ask_at = created_at + interval '25 hours' where state = 'PENDING';
create index top_ups_to_ask_about on top_ups (ask_at) where state = 'PENDING';
