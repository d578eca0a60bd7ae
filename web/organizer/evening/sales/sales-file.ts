import { localOf } from '../../zoned-time.ts';

/** Without it a spreadsheet on Windows takes the file for one of its own code page, and Cyrillic for noise. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** What the sales of an event are saved as: its title, and the day of its hall on which it begins. */
export function salesFileName(event: {
  readonly title: string;
  readonly startsAt: string;
  readonly venue: { readonly timeZone: string };
}): string {
  const title = event.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  const day = localOf(event.startsAt, event.venue.timeZone).slice(0, 10);
  return `${title === '' ? 'event' : title}-${day}.csv`;
}
