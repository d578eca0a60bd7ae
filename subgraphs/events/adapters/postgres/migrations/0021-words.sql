alter table holds rename column wish to requested
