-- Characters are counted as people count them before they come here (platform/kernel/text.ts), and PostgreSQL
-- counts code points, of which one such character has 4 on the average at most.
alter table venues
  drop constraint venues_name_check, add check (length(name) between 1 and 800),
  drop constraint venues_address_check, add check (length(address) between 1 and 1200),
  drop constraint venues_city_check, add check (length(city) between 1 and 400);
alter table halls drop constraint halls_name_check, add check (length(name) between 1 and 800);
alter table artists drop constraint artists_name_check, add check (length(name) between 1 and 800);
alter table events drop constraint events_title_check, add check (length(title) between 1 and 800);
