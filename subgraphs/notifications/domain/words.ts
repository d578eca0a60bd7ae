import type { DecimalMoney } from '@parterre/contracts/kernel/money.ts';

/** "22.50 EUR" */
export function amountInWords({ amount, currencyCode }: DecimalMoney): string {
  return `${amount} ${currencyCode}`;
}

/** "1 ticket", "3 tickets" */
export function ticketsInWords(count: number): string {
  return count === 1 ? '1 ticket' : `${count} tickets`;
}

/** "Monday, 1 March 2027 at 19:30 (Europe/Vienna)"; without a known zone in UTC, and saying so. */
export function timeInWords(moment: Date, timeZone: string | null): string {
  const zone = timeZone !== null && isTimeZone(timeZone) ? timeZone : 'UTC';
  const [day, time] = [dayFormat, timeFormat].map((format) =>
    new Intl.DateTimeFormat('en-GB', { ...format, timeZone: zone }).format(moment),
  );
  return `${day} at ${time} (${zone})`;
}

const dayFormat = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const timeFormat = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
