-- What the database itself refuses, whoever asks: a role may be granted too much, a trigger asks everybody.
-- Transfers and entries are never changed or deleted; and when a transaction commits, every transfer that it
-- added is whole.

create function refuse_to_rewrite_the_ledger() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is only ever added to: % on % is refused', tg_op, tg_table_name
    using errcode = 'restrict_violation', hint = 'Record another transfer that corrects this one.';
end $$;

create trigger entries_never_change before update or delete or truncate on entries
  for each statement execute function refuse_to_rewrite_the_ledger();
create trigger transfers_never_change before update or delete or truncate on transfers
  for each statement execute function refuse_to_rewrite_the_ledger();

create function refuse_unbalanced_entries() returns trigger language plpgsql as $$
begin
  if (select sum(amount_minor) from entries where transfer_id = new.transfer_id) <> 0 then
    raise exception 'the entries of transfer % do not sum to zero', new.transfer_id
      using errcode = 'check_violation', constraint = 'entries_sum_to_zero';
  end if;
  return null;
end $$;

create constraint trigger entries_sum_to_zero after insert on entries
  deferrable initially deferred for each row execute function refuse_unbalanced_entries();

create function refuse_incomplete_transfer() returns trigger language plpgsql as $$
begin
  -- It moves what it says, between accounts of its own wallet and of the server.
  if (select coalesce(sum(e.amount_minor) filter (where e.amount_minor > 0), 0) from entries e
      where e.transfer_id = new.id) <> new.amount_minor
     or exists (select from entries e join accounts a on a.code = e.account
                where e.transfer_id = new.id and a.wallet_id <> new.wallet_id) then
    raise exception 'transfer % does not move % of its wallet', new.id, new.amount_minor
      using errcode = 'check_violation', constraint = 'transfer_moves_its_amount';
  end if;
  -- It ends a pending transfer of the same payment, wallet, currency and amount.
  if new.resolves is not null and not exists (
       select from transfers held
       where held.id = new.resolves and held.state = 'PENDING' and held.payment_id = new.payment_id
         and held.wallet_id = new.wallet_id and held.currency = new.currency
         and held.amount_minor = new.amount_minor) then
    raise exception 'transfer % does not fit the pending transfer that it resolves', new.id
      using errcode = 'check_violation', constraint = 'resolution_fits_what_is_pending';
  end if;
  -- What a payment counts as refunded is what the ledger has refunded.
  if new.refund_id is not null and not exists (
       select from payments p
       where p.id = new.payment_id and p.currency = new.currency
         and p.refunded_minor = (select sum(r.amount_minor) from transfers r
                                 where r.payment_id = p.id and r.kind = 'REFUND')) then
    raise exception 'payment % does not count its refunds', new.payment_id
      using errcode = 'check_violation', constraint = 'refunds_are_counted';
  end if;
  return null;
end $$;

create constraint trigger transfers_are_complete after insert on transfers
  deferrable initially deferred for each row execute function refuse_incomplete_transfer();
