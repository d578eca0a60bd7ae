import { type Language, locales } from '@parterre/contracts/kernel/language.ts';
import type { DecimalMoney } from '@parterre/contracts/kernel/money.ts';
import type { CancellationReason, LoyaltyLevel } from './mail.ts';

/** Whether an amount is nothing, however many digits its currency has. */
export function isNothing({ amount }: DecimalMoney): boolean {
  return /^-?[0.]+$/.test(amount);
}

const ticketForms: Record<Language, Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }> = {
  EN: { one: 'ticket', other: 'tickets' },
  RU: { one: 'билет', few: 'билета', many: 'билетов', other: 'билета' },
};

/** After "at least", which in Russian governs the genitive. */
const guestForms: typeof ticketForms = {
  EN: { one: 'guest', other: 'guests' },
  RU: { one: 'гостя', other: 'гостей' },
};

const pluralRules: Record<Language, Intl.PluralRules> = {
  EN: new Intl.PluralRules(locales.EN),
  RU: new Intl.PluralRules(locales.RU),
};

/** "1 ticket", "3 tickets"; "1 билет", "3 билета", "5 билетов". */
export function ticketsInWords(count: number, language: Language): string {
  const forms = ticketForms[language];
  return `${count} ${forms[pluralRules[language].select(count)] ?? forms.other}`;
}

/** "at least 6 guests"; "не меньше 6 гостей". */
export function guestsInWords(least: number, language: Language): string {
  const forms = guestForms[language];
  const noun = forms[pluralRules[language].select(least)] ?? forms.other;
  return language === 'EN' ? `at least ${least} ${noun}` : `не меньше ${least} ${noun}`;
}

const dayFormat = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const timeFormat = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const at = { EN: 'at', RU: 'в' } as const satisfies Record<Language, string>;

/** "Monday, 1 March 2027 at 19:30 (Europe/Vienna)"; without a known zone in UTC, and saying so. */
export function timeInWords(moment: Date, timeZone: string | null, language: Language): string {
  const { zone, day, time } = formatsOf(timeZone, language);
  return `${day.format(moment)} ${at[language]} ${time.format(moment)} (${zone})`;
}

interface Formats {
  readonly zone: string;
  readonly day: Intl.DateTimeFormat;
  readonly time: Intl.DateTimeFormat;
}

/** Where the zone is not known. */
const UTC = 'UTC';

/** By language and zone, of which there are not many: made anew for each mail, they took 3 % of a busy server. */
const formats = new Map<string, Formats>();

function formatsOf(timeZone: string | null, language: Language): Formats {
  const wanted = timeZone ?? UTC;
  const known = formats.get(`${language} ${wanted}`);
  if (known) return known;
  const zone = isTimeZone(wanted) ? wanted : UTC;
  const [day, time] = [dayFormat, timeFormat].map(
    (format) => new Intl.DateTimeFormat(locales[language], { ...format, timeZone: zone }),
  ) as [Intl.DateTimeFormat, Intl.DateTimeFormat];
  const made = { zone, day, time };
  formats.set(`${language} ${zone}`, made);
  return made;
}

const reasons: Record<Language, Record<CancellationReason, string>> = {
  EN: {
    EXPIRED: 'The time to pay has run out.',
    BY_BUYER: 'You cancelled the booking.',
    PAYMENT_DECLINED: 'The payment was declined too often.',
    EVENT_CANCELLED: 'The event is cancelled.',
    USER_BLOCKED: 'Your account was blocked.',
  },
  RU: {
    EXPIRED: 'Время на оплату истекло.',
    BY_BUYER: 'Вы отменили бронирование.',
    PAYMENT_DECLINED: 'Платёж слишком часто отклонялся.',
    EVENT_CANCELLED: 'Мероприятие отменено.',
    USER_BLOCKED: 'Ваш аккаунт заблокирован.',
  },
};

export function reasonInWords(reason: CancellationReason, language: Language): string {
  return reasons[language][reason];
}

const levelNames: Record<Language, Record<LoyaltyLevel, string>> = {
  EN: { BRONZE: 'Bronze', SILVER: 'Silver', GOLD: 'Gold', PLATINUM: 'Platinum' },
  RU: { BRONZE: 'Бронза', SILVER: 'Серебро', GOLD: 'Золото', PLATINUM: 'Платина' },
};

export function levelInWords(level: LoyaltyLevel, language: Language): string {
  return levelNames[language][level];
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
