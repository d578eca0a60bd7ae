-- By which version of the rules a fact was added to the sums. Who does not say is of the first: processes of older versions
-- go on adding facts while they are replaced, and what they add has to be made anew.
alter table kept_facts add column rules int not null default 1;
create index kept_facts_by_rules on kept_facts (rules, position);
-- Up to which fact the sums were made anew by these rules.
alter table rules add column position bigint not null default 0;
