import { type Mail, mail, oneLine } from './mail.ts';

export function userRegisteredMail(nickname: string): Mail {
  const welcome = mail(
    'USER_REGISTERED',
    `Welcome to Parterre, ${nickname}`,
    `Your account "${nickname}" is open, and so is your wallet.`,
    'Choose a seat, pay from the wallet, and the tickets are yours.',
    'Unless it is confirmed already, a link by which you confirm your mail address is on its way to it. If you have not opened this account, do nothing.',
  );
  return { ...welcome, link: 'EMAIL_CONFIRMATION' };
}

export function emailConfirmationMail(): Mail {
  const requested = mail(
    'EMAIL_CONFIRMATION',
    'Confirm your mail address',
    'You have asked for another link that confirms your mail address. We have sent it there.',
  );
  return { ...requested, link: 'EMAIL_CONFIRMATION' };
}

export function passwordResetMail(): Mail {
  const requested = mail(
    'PASSWORD_RESET',
    'A new password for your account',
    'Somebody, perhaps you, has asked to set a new password. We have sent a link to your mail address, good once and within the hour.',
    'If it was not you, do nothing: your password stays as it is.',
  );
  return { ...requested, link: 'PASSWORD_RESET' };
}

export function addressRegisteredAgainMail(): Mail {
  return mail(
    'ADDRESS_REGISTERED_AGAIN',
    'You have an account already',
    'Somebody, perhaps you, has opened another account with your mail address. The address stays yours: sign in with it, or ask for a new password.',
    'If it was not you, do nothing: the other account cannot confirm your address.',
  );
}

export function userBlockedMail(reason: string): Mail {
  return mail(
    'USER_BLOCKED',
    'Your account is blocked',
    'An administrator has blocked your account. You are signed out, and cannot sign in.',
    `The reason: ${oneLine(reason)}`,
  );
}

export type LoyaltyLevel = 'BRONZE' | 'SILVER' | 'GOLD' | 'PLATINUM';
const levels: readonly LoyaltyLevel[] = ['BRONZE', 'SILVER', 'GOLD', 'PLATINUM'];

export function loyaltyLevelChangedMail(level: LoyaltyLevel, previousLevel: LoyaltyLevel): Mail {
  const rose = levels.indexOf(level) > levels.indexOf(previousLevel);
  return mail(
    'LOYALTY_LEVEL_CHANGED',
    rose ? `You have reached ${levelInWords(level)}` : `Your level is ${levelInWords(level)} now`,
    rose
      ? `Your points have lifted you from ${levelInWords(previousLevel)} to ${levelInWords(level)}. Each booking earns you more from now on.`
      : `The points that you earned within a year no longer reach ${levelInWords(previousLevel)}: your level is ${levelInWords(level)}.`,
  );
}

function levelInWords(level: LoyaltyLevel): string {
  return `${level.charAt(0)}${level.slice(1).toLowerCase()}`;
}
