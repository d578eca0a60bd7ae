/**
 * The instant at which clocks of a zone show a local time. A time that they skip is as much later, one that comes twice
 * is the first, as the server reads timetables.
 * @param local `2027-03-28T19:30`, as of a datetime-local control
 * @param zone an IANA name
 * @returns ISO 8601 in UTC, or null when `local` is no time
 */
export function instantOf(local: string, zone: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local)) return null;
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  // Offsets of a day before and after: the clocks are changed once in that time at most.
  const before = asUtc - offsetAt(asUtc - DAY_MS, zone);
  const after = asUtc - offsetAt(asUtc + DAY_MS, zone);
  const isShown = (instant: number) => instant + offsetAt(instant, zone) === asUtc;
  const found = [Math.min(before, after), Math.max(before, after)].find(isShown);
  return new Date(found ?? before).toISOString();
}

/**
 * What clocks of a zone show at an instant, for a datetime-local control.
 * @returns `2027-03-28T19:30`
 */
export function localOf(instant: string, zone: string): string {
  const at = Date.parse(instant);
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16);
}

/**
 * What a control says that was filled from an instant: that one as long as nothing else is typed. A local time that comes
 * twice, when clocks go back, does not say which of the two it was.
 */
export function instantTyped(
  local: string,
  zone: string,
  before: { readonly instant: string; readonly zone: string },
): string | null {
  const isAsBefore = zone === before.zone && local === localOf(before.instant, zone);
  return isAsBefore ? before.instant : instantOf(local, zone);
}

const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** What the zone's clock is ahead of UTC, in ms. */
function offsetAt(instant: number, zone: string): number {
  let format = formatters.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, value]),
  ) as Record<string, string>;
  const { year, month, day, hour, minute, second } = parts;
  const shown = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return shown - Math.floor(instant / 1_000) * 1_000;
}
