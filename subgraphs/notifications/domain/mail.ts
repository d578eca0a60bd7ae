/** What a mail is about; each kind is written on one type of fact. */
export const mailKinds = [
  'USER_REGISTERED',
  'BOOKING_CONFIRMED',
  'BOOKING_CANCELLED',
  'TICKETS_REFUNDED',
  'EVENT_MOVED',
  'LOYALTY_LEVEL_CHANGED',
  'USER_BLOCKED',
  'EMAIL_CONFIRMATION',
  'PASSWORD_RESET',
  'ADDRESS_REGISTERED_AGAIN',
] as const;
export type MailKind = (typeof mailKinds)[number];

/**
 * What the link in a mail is for. The link is made when the mail is sent and stands nowhere else: whoever is signed in,
 * and administrators, read mails by the API, and must not come by it there.
 */
export type LinkPurpose = 'EMAIL_CONFIRMATION' | 'PASSWORD_RESET';

/** A mail in plain text, ready to be read and, but for its link, to be sent. */
export interface Mail {
  readonly kind: MailKind;
  /** One line. */
  readonly subject: string;
  /** Lines separated by "\n". */
  readonly body: string;
  readonly link?: LinkPurpose;
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

const pages = {
  EMAIL_CONFIRMATION: { name: 'confirm', lead: 'Confirm your mail address here:' },
  PASSWORD_RESET: { name: 'reset', lead: 'Set a new password here:' },
} as const satisfies Record<LinkPurpose, { name: string; lead: string }>;

/**
 * The last paragraph of a mail with a link: what it is for, and where it leads: the page of the web app that takes the
 * token, in the part of the address that no server sees.
 */
export function linkParagraph(publicUrl: string, purpose: LinkPurpose, token: string): string {
  const { name, lead } = pages[purpose];
  return `${lead}\n${publicUrl.replace(/\/+$/, '')}/#/${name}?token=${encodeURIComponent(token)}`;
}
