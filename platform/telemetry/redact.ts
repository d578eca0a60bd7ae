const secretKey =
  /pass(word|phrase)|secret|authorization|cookie|private_?key|(^|[a-z_])tokens?$|^tokens?$|e?mail(address)?$/i;
const mailAddress = /[^\s@"'<>()=,:;/]{1,64}@[^\s@"'<>()=,:;/]{1,190}\.[a-z]{2,24}/gi;
const urlPassword = /(\/\/[^\s:@/]{1,64}:)[^\s@/]{1,256}@/g;
const bearer = /\b(bearer\s+)[\w.~+/=-]+/gi;
const signedToken = /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]+/g;

const LONGEST_TEXT = 8_000;
const DEEPEST = 6;
const WIDEST = 50;
const HIDDEN = '[hidden]';

/** The text without mail addresses, tokens and the passwords of URLs, at most 8,000 characters of it. */
export function redactText(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .replace(urlPassword, `$1${HIDDEN}@`)
    .replace(bearer, `$1${HIDDEN}`)
    .replace(signedToken, HIDDEN)
    .replace(mailAddress, HIDDEN);
}

/**
 * A copy that is safe to log: values under names such as password, token or email are hidden, texts are
 * redacted, errors become plain objects with their cause. At most 6 levels deep and 50 entries wide.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value;
  if (depth >= DEEPEST) return '[deeper]';
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.slice(0, WIDEST).map((entry) => redact(entry, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, WIDEST)
      .map(([key, entry]) => [key, secretKey.test(key) ? HIDDEN : redact(entry, depth + 1)]),
  );
}

function redactError(error: Error, depth: number): object {
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: redactText(error.message),
    ...(error.stack ? { stack: redactText(error.stack) } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(error.cause !== undefined ? { cause: redact(error.cause, depth + 1) } : {}),
  };
}
