import { randomUUID } from 'node:crypto';
import pg from 'pg';

/**
 * Lays two facts aside that a service could not apply, straight in its database: nothing that the public API does leads to
 * a dead letter. The second waits behind the first.
 */
export async function layFactsAside(databaseUrl: string, now: Date): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const wallet = randomUUID();
    for (const [type, cause] of [
      ['WalletToppedUp', 'expected a notification for a known user, got none with this id'],
      ['WalletDebited', null],
    ] as const) {
      const fact = {
        ...{ specversion: '1.0', id: randomUUID(), type, source: 'payments', subject: wallet },
        time: now.toISOString(),
        data: { walletId: wallet, amount: { amount: '40.00', currencyCode: 'EUR' } },
      };
      await client.query(
        `insert into dead_letters (consumer, key, fact_id, fact, position, status, cause, attempts)
         values ('notifications', $1, $2, $3, '0', $4, $5, $6)`,
        [wallet, fact.id, fact, cause ? 'FAILED' : 'WAITING', cause, cause ? 8 : 0],
      );
    }
  } finally {
    await client.end();
  }
}
