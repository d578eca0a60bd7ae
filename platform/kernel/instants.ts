const pattern =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * Reads an instant in ISO 8601 with a time zone offset, such as "2027-03-01T18:30:00.000Z"; digits beyond the
 * millisecond are dropped. Null for everything else: `Date` itself takes 30 February for 2 March, and hands out years
 * of six digits that no other reader of ISO 8601 expects.
 */
export function parseInstant(text: string): Date | null {
  const [matched, ...parts] = pattern.exec(text) ?? [];
  if (matched === undefined) return null;
  const [year, month, day, hour, minute, second = 0] = parts.slice(0, 6).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [sign, offsetHours, offsetMinutes] = [parts[7], Number(parts[8] ?? 0), Number(parts[9] ?? 0)];
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59 || offsetHours > 23 || offsetMinutes > 59) return null;
  const milliseconds = Number((parts[6] ?? '').slice(0, 3).padEnd(3, '0'));
  const date = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for those of the last century but one.
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, milliseconds);
  const offset = (offsetHours * 60 + offsetMinutes) * 60_000;
  const instant = new Date(date.getTime() - (sign === '-' ? -offset : offset));
  return isWritable(instant) ? instant : null;
}

/** Whether an instant has a year of four digits in UTC, after the year 0, which PostgreSQL does not know. */
export function isWritable(instant: Date): boolean {
  const year = instant.getUTCFullYear();
  return year >= 1 && year <= 9999;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
