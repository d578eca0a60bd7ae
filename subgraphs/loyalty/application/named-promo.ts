import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { isStorable, isTooLong } from '@parterre/platform/kernel/text.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { LONGEST_CODE, type PromoCode, promoKeyOf } from '../domain/promo-code.ts';
import type { NamedPromo } from '../domain/promo-rules.ts';
import type { Dependencies } from './dependencies.ts';

/** The code that a buyer names, with what that buyer did before; null when none is named, 'unknown' when there is none. */
export async function namedPromo(
  { promoUses }: Pick<Dependencies, 'promoUses'>,
  code: string | null,
  userId: UserId,
  find: (key: string) => Promise<PromoCode | null>,
  tx?: Transaction,
): Promise<NamedPromo | 'unknown' | null> {
  if (code !== null && isTooLong(code, LONGEST_CODE)) return 'unknown';
  const key = code === null ? null : promoKeyOf(code);
  if (key === null) return null;
  const promoCode = isStorable(key) ? await find(key) : null;
  return promoCode ? { promoCode, ...(await promoUses.historyOf(promoCode.id, userId, tx)) } : 'unknown';
}
