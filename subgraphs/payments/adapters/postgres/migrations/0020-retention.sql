comment on table wallets is 'kept: a row a user';
comment on table accounts is 'kept: the books';
comment on table payments is 'kept: the books';
comment on table transfers is 'kept: the books';
comment on table entries is 'kept: the books';
