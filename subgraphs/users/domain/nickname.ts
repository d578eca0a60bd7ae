import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

// No "@": a nickname can never look like a mail address, so signing in by either cannot be confused.
// ASCII only: "аdmin" in Cyrillic letters is not another "admin".
const nicknamePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{1,28}[A-Za-z0-9]$/;

/** Reads a nickname from outside. Letter case is kept for display; uniqueness ignores it. */
export function parseNickname(text: string): string | Rejection<'INVALID_NICKNAME'> {
  const trimmed = text.trim();
  if (nicknamePattern.test(trimmed)) return trimmed;
  return reject(
    'INVALID_NICKNAME',
    `expected 3 to 30 letters (a to z), digits, dots, hyphens or underscores, beginning and ending with a letter or digit, got "${trimmed.slice(0, 40)}"`,
    ['nickname'],
  );
}
