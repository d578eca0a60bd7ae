import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserLanguageChanged } from '@parterre/contracts/facts/users.ts';
import type { Language } from '@parterre/contracts/kernel/language.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import type { Account } from '../domain/account.ts';
import type { Dependencies } from './dependencies.ts';

export interface ChangeLanguage {
  readonly language: Language;
}

/** Writes to the caller in another language from now on; said again it changes nothing, and tells nobody. */
export function changeLanguage(
  { accounts, database }: Dependencies,
  { language }: ChangeLanguage,
  { caller, now }: UserContext,
): Promise<Account | Rejection<'USER_NOT_FOUND'>> {
  return database.transaction(async (tx) => {
    const account = await accounts.lock(tx, caller.userId);
    if (!account) return reject('USER_NOT_FOUND', 'there is no such user');
    if (account.language === language) return account;
    await accounts.setLanguage(tx, account.id, language);
    await tx.publish(fact(UserLanguageChanged, { userId: account.id, language }, now));
    return { ...account, language };
  });
}
