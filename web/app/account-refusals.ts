import { msg } from '@lingui/core/macro';
import type { RefusalTexts } from './refusals.ts';

/** What refuses a sign-in, an account, or a change of one. */
export const accountRefusals: RefusalTexts = {
  WRONG_CREDENTIALS: msg`No account has this name and this password.`,
  ACCOUNT_BLOCKED: msg`This account is blocked. Write to the box office.`,
  INVALID_NICKNAME: msg`A nickname has 3 to 30 letters (a to z), digits, dots, hyphens or underscores.`,
  NICKNAME_TAKEN: msg`This nickname is taken. Choose another one.`,
  INVALID_EMAIL: msg`Enter an e-mail address like name@example.com.`,
  EMAIL_TAKEN: msg`There is an account with this e-mail address. Sign in instead.`,
  INVALID_PASSWORD: msg`A password has 10 to 200 characters.`,
  INVALID_TOKEN: msg`This link is too old, or was used before. Ask for a new e-mail.`,
  WRONG_PASSWORD: msg`The current password is not right.`,
  SESSION_NOT_FOUND: msg`This session has ended already.`,
  ALREADY_CONFIRMED: msg`This address is confirmed already.`,
  TOO_MANY_REQUESTS: msg`Five e-mails were sent within the hour. Look for them, or wait a while.`,
};
