/** What a mail is about; each kind is written on one type of fact. */
export const mailKinds = [
  'USER_REGISTERED',
  'BOOKING_CONFIRMED',
  'BOOKING_CANCELLED',
  'TICKETS_REFUNDED',
  'EVENT_MOVED',
  'LOYALTY_LEVEL_CHANGED',
  'USER_BLOCKED',
] as const;
export type MailKind = (typeof mailKinds)[number];

/** A mail in plain text, ready to be read and to be sent. */
export interface Mail {
  readonly kind: MailKind;
  /** One line. */
  readonly subject: string;
  /** Lines separated by "\n". */
  readonly body: string;
}

/** Composes a mail of paragraphs; those that are empty are left out. */
export function mail(kind: MailKind, subject: string, ...paragraphs: readonly string[]): Mail {
  const body = [...paragraphs, 'Yours, Parterre'].filter((paragraph) => paragraph !== '').join('\n\n');
  return { kind, subject: oneLine(subject), body };
}

/** Text from people in a line of its own: a title with a line break must not become a header of a mail. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
