/** Where the links of mails led that were sent before addresses were paths: `/#/confirm?token=…`. */
const moved: Readonly<Record<string, string>> = { confirm: '/confirm-email', reset: '/reset-password' };

/** The address of today for one of those, or null. */
export function movedAddress(hash: string): string | null {
  const [, page = '', token] = /^#\/(confirm|reset)\?token=(.+)$/.exec(hash) ?? [];
  return token === undefined ? null : `${moved[page]}#token=${token}`;
}
