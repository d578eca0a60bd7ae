import { isStorable } from '../kernel/text.ts';

const LONGEST_KEY = 200;

/** Why a text cannot be an idempotency key, in words that follow "expected"; null when it can. */
export function faultOfKey(key: string): string | null {
  if (key.length >= 1 && key.length <= LONGEST_KEY && isStorable(key)) return null;
  return `a key of 1 to ${LONGEST_KEY} characters that can be stored, got ${key.length}`;
}
