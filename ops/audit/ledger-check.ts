import { type CurrencyCode, formatAmount } from '@parterre/contracts/kernel/money.ts';

/** Asks the payments database; every question of one check sees the same moment. */
export type AskLedger = <Row extends object>(sql: string) => Promise<readonly Row[]>;

/** The first thing that is wrong with a ledger. */
export interface LedgerFault {
  readonly fault: string;
  /** The transfer that it is about, or the payment or top-up that has none. */
  readonly transfer: string | null;
  readonly account: string | null;
  readonly expected: string;
  readonly got: string;
}

export interface LedgerCounts {
  readonly transfers: number;
  readonly entries: number;
  readonly wallets: number;
  readonly payments: number;
  readonly topUps: number;
}

/** What a rule finds; with a currency, `expected` and `got` are minor units. Null stands for nothing at all. */
interface Found extends Omit<LedgerFault, 'fault' | 'expected' | 'got'> {
  readonly expected: string | null;
  readonly got: string | null;
  readonly currency: CurrencyCode | null;
}

/**
 * Holds every row of the ledger against what the others say of it, and does not trust that the database has refused
 * what it refuses: a restored or mended one may hold anything. Null when all is well.
 */
export async function firstLedgerFault(ask: AskLedger): Promise<LedgerFault | null> {
  for (const [fault, sql] of rules) {
    const [found] = await ask<Found>(`select * from (${sql}) wrong order by transfer, account limit 1`);
    if (!found) continue;
    const { transfer, account, currency } = found;
    const shown = (value: string | null) => {
      if (value === null) return 'nothing';
      return currency === null ? value : `${formatAmount(BigInt(value), currency)} ${currency}`;
    };
    return { fault, transfer, account, expected: shown(found.expected), got: shown(found.got) };
  }
  return null;
}

export async function countLedger(ask: AskLedger): Promise<LedgerCounts> {
  const [counts] = await ask<LedgerCounts>(
    `select (select count(*) from transfers)::int as transfers, (select count(*) from entries)::int as entries,
            (select count(*) from wallets)::int as wallets, (select count(*) from payments)::int as payments,
            (select count(*) from top_ups)::int as "topUps"`,
  );
  if (!counts) throw new Error('expected the counts of the ledger, got none');
  return counts;
}

/** From which account to which a transfer moves its amount, by its kind (subgraphs/payments/domain/transfer.ts). */
const sides = `
  select t.id, side.account, side.minor, t.currency
  from transfers t
  cross join lateral (select 'wallet:' || t.wallet_id || ':available' as available,
                             'wallet:' || t.wallet_id || ':pending' as pending,
                             'cash-in:' || t.currency as cash_in, 'sales:' || t.currency as sales) account
  cross join lateral (values
    (case t.kind when 'TOP_UP' then cash_in when 'AUTHORIZATION' then available when 'REFUND' then sales else pending end,
     -t.amount_minor),
    (case t.kind when 'AUTHORIZATION' then pending when 'CAPTURE' then sales else available end, t.amount_minor)
  ) side (account, minor)`;

/** What is left on each account of a wallet, by its entries and by the wallet. */
const balances = `
  select w.id, w.currency, account.code, account.stored,
         (select coalesce(sum(e.amount_minor), 0) from entries e where e.account = account.code)::bigint as summed
  from wallets w
  cross join lateral (values ('wallet:' || w.id || ':available', w.available_minor),
                             ('wallet:' || w.id || ':pending', w.pending_minor)) account (code, stored)`;

/** What became of an authorization, as the ledger has it: null while it is open, and where there is none. */
const paymentsAndTransfers = `
  select p.*, held.id as held_id, held.amount_minor as held_minor, ended.kind as ended_by,
         (select coalesce(sum(r.amount_minor), 0) from transfers r where r.payment_id = p.id and r.kind = 'REFUND')::bigint
           as refunds_minor
  from payments p
  left join transfers held on held.payment_id = p.id and held.kind = 'AUTHORIZATION'
  left join transfers ended on ended.resolves = held.id`;

/** Each finds rows that break it: (transfer, account, expected, got, currency). The first that finds any is told. */
const rules: readonly (readonly [fault: string, sql: string])[] = [
  [
    'the entries of a transfer do not sum to zero',
    `select transfer_id::text as transfer, null as account, '0' as expected, sum(amount_minor)::text as got, currency
     from entries group by transfer_id, currency having sum(amount_minor) <> 0`,
  ],
  [
    'an entry is not what its transfer moves',
    `select coalesce(side.id, e.transfer_id)::text as transfer, coalesce(side.account, e.account) as account,
            side.minor::text as expected, e.amount_minor::text as got, coalesce(e.currency, side.currency) as currency
     from (${sides}) side full join entries e on e.transfer_id = side.id and e.account = side.account
     where side.minor is distinct from e.amount_minor`,
  ],
  [
    'an entry is in another currency than its transfer',
    `select t.id::text as transfer, e.account, t.currency as expected, e.currency as got, null as currency
     from entries e join transfers t on t.id = e.transfer_id where e.currency <> t.currency`,
  ],
  [
    'an account is not there, or another one than it is called',
    `select e.transfer_id::text as transfer, e.account, called.kind || ' ' || e.currency as expected,
            a.kind || ' ' || a.currency as got, null as currency
     from entries e
     cross join lateral (select case when e.account like 'cash-in:%' then 'CASH_IN' when e.account like 'sales:%' then 'SALES'
                                     when e.account like '%:pending' then 'PENDING' else 'AVAILABLE' end as kind) called
     left join accounts a on a.code = e.account
     where a.code is null or a.kind <> called.kind or a.currency <> e.currency
        or (a.wallet_id is not null and e.account not like 'wallet:' || a.wallet_id || ':%')`,
  ],
  [
    'a transfer ends none that was pending for the same money',
    `select t.id::text as transfer, null as account, t.amount_minor::text as expected, held.amount_minor::text as got,
            t.currency
     from transfers t
     left join transfers held on held.id = t.resolves and held.state = 'PENDING' and held.payment_id = t.payment_id
       and held.wallet_id = t.wallet_id and held.currency = t.currency
     where t.kind in ('CAPTURE', 'VOID') and held.amount_minor is distinct from t.amount_minor`,
  ],
  [
    'a pending transfer is ended more than once',
    `select resolves::text as transfer, null as account, '1' as expected, count(*)::text as got, null as currency
     from transfers where resolves is not null group by resolves having count(*) > 1`,
  ],
  [
    'a balance is not the sum of its entries',
    `select null as transfer, code as account, summed::text as expected, stored::text as got, currency
     from (${balances}) balance where stored <> summed`,
  ],
  [
    'a balance is below zero',
    `select null as transfer, code as account, '0' as expected, stored::text as got, currency
     from (${balances}) balance where stored < 0`,
  ],
  [
    'a payment is not what the ledger says became of its money',
    `select coalesce(held_id, id)::text as transfer, null as account,
            case when held_id is null then 'no money was set aside' when ended_by is null then 'AUTHORIZED'
                 when ended_by = 'CAPTURE' then 'CAPTURED' else 'VOIDED' end as expected,
            status as got, null as currency
     from (${paymentsAndTransfers}) payment
     where case when held_id is null then status in ('AUTHORIZED', 'CAPTURED')
                when ended_by is null then status <> 'AUTHORIZED'
                when ended_by = 'CAPTURE' then status <> 'CAPTURED' else status <> 'VOIDED' end`,
  ],
  [
    'a payment is of another amount than was set aside',
    `select held_id::text as transfer, null as account, held_minor::text as expected, amount_minor::text as got, currency
     from (${paymentsAndTransfers}) payment where held_id is not null and held_minor is distinct from amount_minor`,
  ],
  [
    'a payment does not count its refunds',
    `select coalesce(held_id, id)::text as transfer, null as account, refunds_minor::text as expected,
            refunded_minor::text as got, currency
     from (${paymentsAndTransfers}) payment where refunded_minor <> refunds_minor`,
  ],
  [
    'more is refunded than was paid',
    `select coalesce(held_id, id)::text as transfer, null as account, coalesce(amount_minor, 0)::text as expected,
            refunded_minor::text as got, currency
     from (${paymentsAndTransfers}) payment where refunded_minor > coalesce(amount_minor, 0)`,
  ],
  [
    'a top-up that is paid has not brought its money',
    `select coalesce(u.transfer_id, u.id)::text as transfer, 'wallet:' || w.id || ':available' as account,
            u.amount_minor::text as expected, t.amount_minor::text as got, u.currency
     from top_ups u
     left join wallets w on w.user_id = u.user_id
     left join transfers t on t.id = u.transfer_id and t.kind = 'TOP_UP' and t.wallet_id = w.id and t.currency = u.currency
     where u.state = 'PAID' and t.amount_minor is distinct from u.amount_minor`,
  ],
  [
    'a top-up that is not paid has brought money',
    `select transfer_id::text as transfer, null as account, 'PAID' as expected, state as got, null as currency
     from top_ups where state <> 'PAID' and transfer_id is not null`,
  ],
];
