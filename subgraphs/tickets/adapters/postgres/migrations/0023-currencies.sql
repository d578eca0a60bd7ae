-- Which currencies there are is ISO 4217's to say and the code's to know (contracts/kernel/currencies.generated.ts).
alter table bookings drop constraint bookings_currency_check;
alter table bookings add constraint bookings_currency_check check (currency ~ '^[A-Z]{3}$');
