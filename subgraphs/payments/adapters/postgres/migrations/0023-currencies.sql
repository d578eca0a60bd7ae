-- Which currencies there are is ISO 4217's to say and the code's to know (contracts/kernel/currencies.generated.ts).
-- The server's accounts of a currency are opened with the first wallet that is kept in it.
alter table accounts drop constraint accounts_currency_check;
alter table accounts add constraint accounts_currency_check check (currency ~ '^[A-Z]{3}$');
