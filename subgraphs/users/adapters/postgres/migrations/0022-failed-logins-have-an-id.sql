-- MikroORM wants every row to have a key. Rows live for an hour, so there are few to write anew.
alter table failed_logins add column id bigint generated always as identity primary key;
alter table failed_logins rename constraint failed_sign_ins_address_check to failed_logins_address_check;
alter table login_addresses rename constraint sign_in_addresses_address_check to login_addresses_address_check;
alter table login_addresses rename constraint sign_in_addresses_pkey to login_addresses_pkey;
