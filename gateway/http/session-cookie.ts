/** A cookie that a browser keeps for one address and shows to no script. */
export interface CookieOptions {
  readonly name: string;
  /** The only address that browsers send it to. */
  readonly path: string;
}

/** What becomes of the cookie. Without an end it lives as long as the browser runs. */
export type CookieChange =
  | { readonly kind: 'kept'; readonly value: string; readonly endsInSeconds: number | undefined }
  | { readonly kind: 'cleared' };

/**
 * The value of the cookie by a Cookie header. Undefined when there is none, when it cannot be decoded, and when there
 * are two: a page of a sibling host can set one for the whole domain, and which of them is ours nobody can tell.
 */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const values = (header ?? '').split(';').flatMap((pair) => {
    const [key = '', ...value] = pair.split('=');
    return key.trim() === name ? [value.join('=').trim()] : [];
  });
  const [value] = values;
  if (value === undefined || values.length > 1) return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** A Set-Cookie header. `Secure` only where the client speaks TLS: browsers drop it elsewhere. */
export function writeCookie(
  { name, path }: CookieOptions,
  change: CookieChange,
  isEncrypted: boolean,
): string {
  const value = change.kind === 'kept' ? encodeURIComponent(change.value) : '';
  const maxAge = change.kind === 'kept' ? change.endsInSeconds : 0;
  return [
    `${name}=${value}`,
    `Path=${path}`,
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
    'HttpOnly',
    'SameSite=Strict',
    ...(isEncrypted ? ['Secure'] : []),
  ].join('; ');
}
