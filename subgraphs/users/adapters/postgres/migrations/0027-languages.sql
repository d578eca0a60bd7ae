-- In which language somebody is written to; whoever registered before it was asked for reads English.
alter table users add column language text not null default 'EN' check (language in ('EN', 'RU'));
