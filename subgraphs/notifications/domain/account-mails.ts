import { type Mail, mail, oneLine } from './mail.ts';

export function userRegisteredMail(nickname: string): Mail {
  return mail(
    'USER_REGISTERED',
    `Welcome to Parterre, ${nickname}`,
    `Your account "${nickname}" is open, and so is your wallet.`,
    'Choose a seat, pay from the wallet, and the tickets are yours.',
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
