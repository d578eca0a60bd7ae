\ir ../../../../../platform/postgres/text-search.sql

alter table users
  add column found_by text generated always as (searchable(nickname) || ' ' || searchable(email)) stored;
