/**
 * What may be a nickname: 3 to 30 letters (a to z), digits, dots, hyphens or underscores, beginning and ending with a letter
 * or digit. The users subgraph gives them away by it, its database refuses others, and a search by nickname looks for no
 * others.
 *
 * No "@": a nickname can never look like a mail address, so logging in by either cannot be confused.
 * ASCII only: "аdmin" in Cyrillic letters is not another "admin".
 */
export const NICKNAME = /^[A-Za-z0-9][A-Za-z0-9._-]{1,28}[A-Za-z0-9]$/;

/**
 * Reads a nickname from outside, without the blanks around it; null for what cannot be one. Letter case is kept for display;
 * uniqueness ignores it.
 */
export function readNickname(text: string): string | null {
  const trimmed = text.trim();
  return NICKNAME.test(trimmed) ? trimmed : null;
}
