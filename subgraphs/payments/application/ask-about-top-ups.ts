import type { JobContext } from '@parterre/platform/service/use-case.ts';
import { type TopUp, verdictOnUnknown } from '../domain/top-up.ts';
import type { Dependencies } from './dependencies.ts';
import { type ProviderReport, ProviderUnavailable } from './ports.ts';
import { settleTopUp } from './settle-top-up.ts';

/** Asked side by side; few, so that a provider that hangs keeps no more of them waiting. */
const BATCH = 10;

/**
 * Asks the payment provider about the top-ups of which it should have said by now what became of them, and does what it
 * answers, as if a message had said so: whether its messages arrive is not what a payer's money hangs on. Answers how
 * many it has asked about. One of which nothing was learned is due again after a pause that grows; others go on.
 */
export async function askAboutTopUps(deps: Dependencies, { now, signal }: JobContext): Promise<number> {
  const { provider, topUps, logger } = deps;
  if (provider.kind === 'free') return 0;
  const unheard = await topUps.takeUnheard(BATCH, now);
  await Promise.all(
    unheard.map(async (topUp) => {
      try {
        const said = await provider.askAbout(topUp, signal);
        await settle(deps, topUp, said, now);
      } catch (error) {
        const about = { topUp: topUp.id, session: topUp.page?.sessionId, err: error };
        if (error instanceof ProviderUnavailable) {
          logger.warn(about, 'the provider did not say what became of a top-up; it is asked again');
        } else {
          logger.error(about, 'a top-up was not settled by what its provider says; it is asked again');
        }
      }
    }),
  );
  return unheard.length;
}

async function settle(
  deps: Dependencies,
  topUp: TopUp,
  said: ProviderReport | 'unknown',
  now: Date,
): Promise<void> {
  const report = said === 'unknown' ? reportOnUnknown(topUp, now) : said;
  if (report.topUpId !== topUp.id) {
    throw new Error(`expected ${report.sessionId} to be about top-up ${topUp.id}, got ${report.topUpId}`);
  }
  const settled = await settleTopUp(deps, report, now);
  const about = {
    topUp: topUp.id,
    session: report.sessionId,
    said: said === 'unknown' ? said : said.verdict,
  };
  deps.logger.info({ ...about, ...settled }, 'asked the provider what became of a top-up');
}

function reportOnUnknown(topUp: TopUp, now: Date): ProviderReport {
  const sessionId = topUp.page?.sessionId ?? '';
  return { topUpId: topUp.id, sessionId, amount: null, verdict: verdictOnUnknown(topUp, now) };
}
