import { connectReadOnly } from '../audit/audit.ts';
import { countLedger, firstLedgerFault } from '../audit/ledger-check.ts';
import type { Installation } from './installation.ts';
import type { Answer } from './output.ts';

/** Checks the whole ledger as it is at one moment, while money moves or not. */
export async function checkLedger({ urls }: Pick<Installation, 'urls'>): Promise<Answer> {
  const client = await connectReadOnly(urls.payments);
  try {
    await client.query('begin isolation level repeatable read read only');
    const ask = async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows;
    const fault = await firstLedgerFault(ask);
    if (fault) {
      const { transfer, account, expected, got } = fault;
      return {
        json: { fault },
        lines: [
          `${fault.fault}: transfer ${transfer ?? '-'}, account ${account ?? '-'}, expected ${expected}, got ${got}`,
        ],
        exitCode: 1,
      };
    }
    const counts = await countLedger(ask);
    const { transfers, entries, wallets, payments, topUps } = counts;
    return {
      json: { fault: null, counts },
      lines: [
        `the ledger is sound: ${transfers} transfers, ${entries} entries, ${wallets} wallets, ${payments} payments, ${topUps} top-ups`,
      ],
    };
  } finally {
    await client.end();
  }
}
