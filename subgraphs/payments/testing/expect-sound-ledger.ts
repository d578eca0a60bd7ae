import { expect } from '@jest/globals';
import type { Sql } from '@parterre/platform/postgres/database.ts';

/** What must hold of the books at any moment, as far as one query on this database can see; README.md lists all of it. */
const faults = `
  select 'a transfer does not sum to zero' as fault, transfer_id::text as subject
  from entries group by transfer_id having sum(amount_minor) <> 0
  union all
  select 'a currency does not sum to zero', currency from entries group by currency having sum(amount_minor) <> 0
  union all
  select 'a wallet is below zero', id::text from wallets where available_minor < 0 or pending_minor < 0
  union all
  select 'a stored balance is not the sum of its entries', w.id::text
  from wallets w
  where w.available_minor <> (select coalesce(sum(e.amount_minor), 0) from entries e join accounts a on a.code = e.account
                              where a.wallet_id = w.id and a.kind = 'AVAILABLE')
     or w.pending_minor <> (select coalesce(sum(e.amount_minor), 0) from entries e join accounts a on a.code = e.account
                            where a.wallet_id = w.id and a.kind = 'PENDING')
  union all
  select 'a pending transfer is resolved more than once', resolves::text
  from transfers where resolves is not null group by resolves having count(*) > 1
  union all
  select 'a payment does not say what became of its money', p.id::text
  from payments p
  left join transfers held on held.payment_id = p.id and held.kind = 'AUTHORIZATION'
  left join transfers ended on ended.resolves = held.id
  where case p.status when 'AUTHORIZED' then held.id is null or ended.id is not null
                      when 'CAPTURED' then ended.kind is distinct from 'CAPTURE'
                      when 'VOIDED' then held.id is not null and ended.kind is distinct from 'VOID'
                      else held.id is not null end
  union all
  select 'more is refunded than was captured', p.id::text
  from payments p where p.refunded_minor > coalesce(p.amount_minor, 0)
     or p.refunded_minor <> (select coalesce(sum(r.amount_minor), 0) from transfers r where r.payment_id = p.id and r.kind = 'REFUND')`;

/** Fails with the faults that it finds in the books. */
export async function expectSoundLedger(database: Sql): Promise<void> {
  expect(await database.sql(faults)).toEqual([]);
}
