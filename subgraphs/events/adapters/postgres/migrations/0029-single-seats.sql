-- Whether seats picked by hand may leave a free seat alone between others.
alter table events add column refuses_single_seats boolean not null default false;
