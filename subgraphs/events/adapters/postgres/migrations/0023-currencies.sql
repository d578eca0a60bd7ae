-- Which currencies there are is ISO 4217's to say and the code's to know (contracts/kernel/currencies.generated.ts).
alter table events drop constraint events_currency_check;
alter table events add constraint events_currency_check check (currency ~ '^[A-Z]{3}$');
