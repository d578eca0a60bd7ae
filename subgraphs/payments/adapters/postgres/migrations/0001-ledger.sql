-- The tables of the payments subgraph. What a row can say wrong about itself is refused by its CHECKs; what
-- takes several rows to be wrong is refused by ledger-rules.ts.

create table wallets (
  id uuid primary key,
  user_id uuid not null unique,
  currency text not null,
  available_minor bigint not null default 0 constraint available_never_below_zero check (available_minor >= 0),
  pending_minor bigint not null default 0 constraint pending_never_below_zero check (pending_minor >= 0),
  frozen_at timestamptz,
  opened_at timestamptz not null,
  unique (id, currency)
) with (fillfactor = 70);

-- A house account belongs to no wallet and has no stored balance: every sale would wait for its row.
create table accounts (
  code text collate "C" primary key,
  kind text not null check (kind in ('AVAILABLE', 'PENDING', 'CASH_IN', 'SALES')),
  wallet_id uuid,
  currency text not null check (currency in ('EUR', 'USD', 'GBP', 'CHF')),
  check ((wallet_id is not null) = (kind in ('AVAILABLE', 'PENDING'))),
  foreign key (wallet_id, currency) references wallets (id, currency),
  unique (code, currency)
);

insert into accounts (code, kind, currency)
select lower(replace(kind, '_', '-')) || ':' || currency, kind, currency
from unnest(array['CASH_IN', 'SALES']) as kind, unnest(array['EUR', 'USD', 'GBP', 'CHF']) as currency;

create table payments (
  id uuid primary key,
  booking_id uuid not null,
  attempt int not null check (attempt >= 1),
  user_id uuid not null,
  status text not null check (status in ('AUTHORIZED', 'CAPTURED', 'VOIDED', 'DECLINED')),
  -- null: a tombstone, voided before it was authorized
  amount_minor bigint check (amount_minor > 0),
  currency text,
  refunded_minor bigint not null default 0,
  decline_code text,
  decline_message text,
  decline_field text[],
  created_at timestamptz not null,
  unique (booking_id, attempt),
  check ((amount_minor is null) = (currency is null)),
  check (amount_minor is not null or status = 'VOIDED'),
  check ((decline_code is not null) = (status = 'DECLINED')),
  check ((decline_message is not null) = (status = 'DECLINED')),
  constraint refunds_never_exceed_the_capture
    check (refunded_minor between 0 and case when status = 'CAPTURED' then amount_minor else 0 end)
) with (fillfactor = 70);

create unique index payments_one_captured_a_booking on payments (booking_id) where status = 'CAPTURED';

create table transfers (
  id uuid primary key,
  kind text not null,
  state text not null,
  wallet_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  payment_id uuid references payments (id),
  -- the pending transfer that this one ends
  resolves uuid references transfers (id),
  refund_id uuid,
  created_at timestamptz not null,
  unique (id, currency),
  foreign key (wallet_id, currency) references wallets (id, currency),
  check ((kind, state) in (('TOP_UP', 'POSTED'), ('AUTHORIZATION', 'PENDING'), ('CAPTURE', 'POSTED'),
                           ('VOID', 'VOIDED'), ('REFUND', 'POSTED'))),
  check ((payment_id is null) = (kind = 'TOP_UP')),
  check ((resolves is not null) = (kind in ('CAPTURE', 'VOID'))),
  check ((refund_id is not null) = (kind = 'REFUND'))
);

create unique index transfers_resolve_once on transfers (resolves) where resolves is not null;
create unique index transfers_authorize_once on transfers (payment_id) where kind = 'AUTHORIZATION';
create unique index transfers_refund_once on transfers (refund_id) where refund_id is not null;
create index transfers_refunds on transfers (payment_id) where kind = 'REFUND';
create index transfers_statement on transfers (wallet_id, id desc) where resolves is null;

create table entries (
  transfer_id uuid not null,
  account text collate "C" not null,
  amount_minor bigint not null check (amount_minor <> 0),
  currency text not null,
  primary key (transfer_id, account),
  foreign key (transfer_id, currency) references transfers (id, currency),
  foreign key (account, currency) references accounts (code, currency)
);
