comment on table accounts is 'kept: a row a user';
comment on table operations is 'kept: the books';
comment on table earnings is 'kept: the books';
comment on table counted_refunds is 'kept: the books';
comment on table reservations is 'kept: the books';
