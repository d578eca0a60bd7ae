-- A position belongs to a part: a topic of the embedded log, a partition ("tickets/3") of Kafka, where several
-- members of a group own different ones. So a member is fenced by its name at each part, and the generation of the
-- whole group says nothing any more that the name does not.
alter table consumer_positions rename column topic to part;
alter table consumer_groups drop column generation;

-- Made anew: empty, it lets every member that is at work begin anew.
drop table consumer_members;
create unlogged table consumer_members (
  group_name text not null,
  part text not null,
  -- the one that took it over last
  member uuid not null,
  primary key (group_name, part)
);
comment on table consumer_members is 'emptied by a crash of the database server: otherwise a row a consumer and part';
