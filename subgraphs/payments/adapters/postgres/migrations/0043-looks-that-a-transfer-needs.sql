-- The same rule as in 0002-ledger-rules.sql, with a query only for what a transfer is. An expression that begins with
-- `is not null and not exists (…)` is a query to plpgsql whatever it says first: two of three brought nothing on each transfer
-- of a booking. And an account is looked up for each entry, by its code, not joined.
create or replace function refuse_incomplete_transfer() returns trigger language plpgsql as $$
begin
  -- It moves what it says, between accounts of its own wallet and of the server.
  if (select coalesce(sum(e.amount_minor) filter (where e.amount_minor > 0), 0) <> new.amount_minor
             or coalesce(bool_or((select a.wallet_id from accounts a where a.code = e.account) <> new.wallet_id), false)
      from entries e where e.transfer_id = new.id) then
    raise exception 'transfer % does not move % of its wallet', new.id, new.amount_minor
      using errcode = 'check_violation', constraint = 'transfer_moves_its_amount';
  end if;
  -- It ends a pending transfer of the same payment, wallet, currency and amount.
  if new.resolves is not null then
    if not exists (
         select from transfers held
         where held.id = new.resolves and held.state = 'PENDING' and held.payment_id = new.payment_id
           and held.wallet_id = new.wallet_id and held.currency = new.currency
           and held.amount_minor = new.amount_minor) then
      raise exception 'transfer % does not fit the pending transfer that it resolves', new.id
        using errcode = 'check_violation', constraint = 'resolution_fits_what_is_pending';
    end if;
  end if;
  -- What a payment counts as refunded is what the ledger has refunded.
  if new.refund_id is not null then
    if not exists (
         select from payments p
         where p.id = new.payment_id and p.currency = new.currency
           and p.refunded_minor = (select sum(r.amount_minor) from transfers r
                                   where r.payment_id = p.id and r.kind = 'REFUND')) then
      raise exception 'payment % does not count its refunds', new.payment_id
        using errcode = 'check_violation', constraint = 'refunds_are_counted';
    end if;
  end if;
  return null;
end $$;
