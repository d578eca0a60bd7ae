/**
 * The token of a mail's link, taken out of the address at once: it stands behind the #, where no server logs it, and
 * is not left in the history. Empty when there is none.
 */
export function takeMailToken(): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
  history.replaceState(history.state, '', location.pathname);
  return token;
}
