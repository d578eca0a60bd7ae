import { readNickname } from '@parterre/contracts/kernel/nickname.ts';
import type { Id } from '@parterre/platform/kernel/ids.ts';

/** What a text that somebody shows or reads out may name; all null where it can name nothing. */
export interface BookingSearch {
  /** Identifiers of bookings or tickets from the first to the last one that begin as the text does. */
  readonly ids: { readonly from: Id<string>; readonly to: Id<string> } | null;
  /** The whole code of a ticket. */
  readonly code: string | null;
  /** The whole nickname of who booked, in any case. */
  readonly nickname: string | null;
}

/** Fewer characters of an identifier name too many. */
const FEWEST_DIGITS = 8;
const DIGITS = 32;
const NOTHING: BookingSearch = { ids: null, code: null, nickname: null };

/**
 * Reads what is searched for: a nickname is shorter than any code, a code has a dot, an identifier nothing but hexadecimal
 * digits and hyphens. What may be the beginning of an identifier is not looked for among nicknames.
 */
export function readBookingSearch(text: string): BookingSearch {
  const trimmed = text.trim();
  const digits = trimmed.toLowerCase().replaceAll('-', '');
  const isId = /^[0-9a-f]+$/.test(digits) && digits.length >= FEWEST_DIGITS && digits.length <= DIGITS;
  if (!isId) {
    const nickname = readNickname(trimmed);
    if (nickname !== null) return { ...NOTHING, nickname };
    return trimmed.includes('.') ? { ...NOTHING, code: trimmed } : NOTHING;
  }
  return {
    ...NOTHING,
    ids: { from: toId(digits.padEnd(DIGITS, '0')), to: toId(digits.padEnd(DIGITS, 'f')) },
  };
}

function toId(digits: string): Id<string> {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as Id<string>;
}
